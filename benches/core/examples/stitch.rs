use std::hint::black_box; use std::time::Instant;
use sha1::{Sha1,Digest}; use base64::Engine; use base64::engine::Simd; use base64::engine::general_purpose::PAD;
use aes::{Aes256Enc,Block}; use cbc::cipher::*;
fn t(name:&str,n:usize,mut f:impl FnMut()){let mut b=f64::MAX;let it=(2_000_000/(n+200)).max(3);for _ in 0..15{let s=Instant::now();for _ in 0..it{f()}b=b.min(s.elapsed().as_nanos() as f64/it as f64);}println!("{name:30}{n:8} {b:10.1}");}
fn main(){
 let key=[7u8;32]; let e=Aes256Enc::new(&key.into());
 let s=Simd::standard(PAD);
 for n in [384usize,1152,4128,65664]{
  let x=vec![5u8;n]; let mut f=x.clone(); let mut y=vec![0u8;n/3*4];
  let mut whole=|chunk:usize, y:&mut Vec<u8>, f:&mut Vec<u8>| {
    f.copy_from_slice(&x);
    let mut enc=cbc::Encryptor::inner_iv_init(&e,&[0;16].into());
    let mut h=Sha1::new(); h.update(b"12345678"); h.update(b"1712345678");h.update(b"1712345678");
    for (c,o) in f.chunks_mut(chunk).zip(y.chunks_mut(chunk/3*4)){
      let (b,_)=Block::slice_as_chunks_mut(c); enc.encrypt_blocks(b);
      s.encode_slice(&*c,o).unwrap(); h.update(&*o);
    }
    black_box(h.finalize());
  };
  for chunk in [n/48*48,48,96,192,384,768,3072]{ t(&format!("chunk {chunk}"),n,||whole(chunk,&mut y,&mut f)); }
  // per-block encrypt
  t("aes cbc crate",n,||{let (b,_)=Block::slice_as_chunks_mut(&mut f);cbc::Encryptor::inner_iv_init(&e,&[0;16].into()).encrypt_blocks(b);});
  t("aes own loop",n,||{let (b,_)=Block::slice_as_chunks_mut(&mut f);let mut iv=Block::default();for b in b{for i in 0..16{b[i]^=iv[i];} e.encrypt_block(b); iv=*b;}});
 }}

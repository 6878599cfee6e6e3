use std::hint::black_box; use std::time::Instant;
use sha1::{Sha1,Digest}; use base64::Engine; use base64::engine::Simd; use base64::engine::general_purpose::PAD;
use aes::{Aes256Enc,Aes256Dec,Block}; use cbc::cipher::*; use base64_simd::AsOut; use aws_lc_sys::*;
fn t(name:&str,n:usize,mut f:impl FnMut()){let mut b=f64::MAX;let it=(2_000_000/(n+200)).max(3);for _ in 0..15{let s=Instant::now();for _ in 0..it{f()}b=b.min(s.elapsed().as_nanos() as f64/it as f64);}println!("{name:24}{n:8} {b:10.1}");}
fn main(){
 let key=[7u8;32]; let e=Aes256Enc::new(&key.into()); let d=Aes256Dec::new(&key.into());
 let (mut ae,mut ad)=(AES_KEY{rd_key:[0;60],rounds:0},AES_KEY{rd_key:[0;60],rounds:0});
 unsafe{AES_set_encrypt_key(key.as_ptr(),256,&mut ae);AES_set_decrypt_key(key.as_ptr(),256,&mut ad);}
 let s=Simd::standard(PAD);
 for n in [352usize,1088,4128,65600]{
  let mut x=vec![5u8;n]; let mut y=vec![0u8;n*2]; let z=s.encode(&x);let m=z.len();
  t("sha1 rc (b64 len)",m,||{black_box(Sha1::digest(black_box(z.as_bytes())));});
  t("sha1 rc streamed",m,||{let mut h=Sha1::new();h.update(black_box(&z.as_bytes()[..9]));h.update(black_box(&z.as_bytes()[9..19]));h.update(black_box(&z.as_bytes()[19..25]));h.update(black_box(&z.as_bytes()[25..]));black_box(h.finalize());});
  t("sha1 aws",m,||{let mut o=[0u8;20];unsafe{SHA1(black_box(z.as_ptr()),m,o.as_mut_ptr());}black_box(o);});
  t("dec base64",n,||{black_box(s.decode_slice(black_box(z.as_bytes()),&mut y).is_ok());});
  t("dec base64 vec",n,||{black_box(s.decode(black_box(z.as_bytes())).is_ok());});
  t("dec b64simd",n,||{black_box(base64_simd::STANDARD.decode(black_box(z.as_bytes()),y.as_mut_slice().as_out()).is_ok());});
  t("enc base64",n,||{black_box(s.encode_slice(black_box(&x),&mut y).is_ok());});
  t("enc b64simd",n,||{black_box(base64_simd::STANDARD.encode(black_box(&x),y.as_mut_slice().as_out()).len());});
  t("aes dec rc",n,||{let (b,_)=Block::slice_as_chunks_mut(&mut x);cbc::Decryptor::inner_iv_init(&d,&[0;16].into()).decrypt_blocks(b);});
  t("aes dec rc b2b",n,||{let (b,_)=Block::slice_as_chunks(&x);let (c,_)=Block::slice_as_chunks_mut(&mut y[..n]);cbc::Decryptor::inner_iv_init(&d,&[0;16].into()).decrypt_blocks_b2b(b,c).unwrap();});
  t("aes dec aws",n,||{let mut iv=[0;16];unsafe{AES_cbc_encrypt(x.as_ptr(),y.as_mut_ptr(),n,&ad,iv.as_mut_ptr(),0)}});
  t("aes dec aws inplace",n,||{let mut iv=[0;16];unsafe{AES_cbc_encrypt(x.as_ptr(),x.as_mut_ptr(),n,&ad,iv.as_mut_ptr(),0)}});
  t("aes enc rc",n,||{let (b,_)=Block::slice_as_chunks_mut(&mut x);cbc::Encryptor::inner_iv_init(&e,&[0;16].into()).encrypt_blocks(b);});
  t("aes enc aws",n,||{let mut iv=[0;16];unsafe{AES_cbc_encrypt(x.as_ptr(),y.as_mut_ptr(),n,&ae,iv.as_mut_ptr(),1)}});
 }}

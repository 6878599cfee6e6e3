/* What the official documentation prints: https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/
 * message-push.html, and for WeCom https://developer.work.weixin.qq.com/document/path/90968. The same values stand in
 * tests/vectors, with their sources. */
#ifndef OFFICIAL_H
#define OFFICIAL_H

#define TOKEN "AAAAA"
#define ENCODING_AES_KEY "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
#define RECEIVE_ID "wxba5fad812f8e6fb9"

/* A URL check: signature, timestamp, nonce. */
#define CHECK_SIGNATURE "f464b24fc39322e44b38aa78f5edd27bd1441696"
#define CHECK_TIMESTAMP "1714036504"
#define CHECK_NONCE "1514711492"

/* A push in safe mode, and its message. */
#define PUSH_SIGNATURE "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3"
#define PUSH_TIMESTAMP "1714112445"
#define PUSH_NONCE "415670741"
#define PUSH_BODY \
    "{\n" \
    "    \"ToUserName\": \"gh_97417a04a28d\",\n" \
    "    \"Encrypt\": \"+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4" \
    "RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+" \
    "l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPD" \
    "rM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=\"\n" \
    "}"
#define PUSH_MESSAGE \
    "{\"ToUserName\":\"gh_97417a04a28d\",\"FromUserName\":\"o9AgO5Kd5ggOC-bXrbNODIiE3bGY\",\"Cr" \
    "eateTime\":1714112445,\"MsgType\":\"event\",\"Event\":\"debug_demo\",\"debug_str\":\"hello" \
    " world\"}"

/* A reply, and its envelope. */
#define REPLY_MESSAGE "{\"demo_resp\":\"good luck\"}"
#define REPLY_TIMESTAMP "1713424427"
#define REPLY_NONCE "415670741"
#define REPLY_RANDOM "707722b803182950"
#define REPLY_SIGNATURE "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1"
#define REPLY_BODY \
    "{\n" \
    "    \"Encrypt\": \"ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hy" \
    "Rbtzve1L32tmxSQ==\",\n" \
    "    \"MsgSignature\": \"" REPLY_SIGNATURE "\",\n" \
    "    \"TimeStamp\": 1713424427,\n" \
    "    \"Nonce\": \"415670741\"\n" \
    "}"

/* WeCom's URL check, whose echostr is encrypted, and its answer. */
#define WECOM_TOKEN "QDG6eK"
#define WECOM_ENCODING_AES_KEY "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
#define WECOM_RECEIVE_ID "wx5823bf96d3bd56c7"
#define WECOM_SIGNATURE "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3"
#define WECOM_TIMESTAMP "1409659589"
#define WECOM_NONCE "263014780"
#define WECOM_ECHOSTR \
    "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=="
#define WECOM_ANSWER "1616140317555161061"

/* The same requests as they come over HTTP. */
#define CHECK_ECHOSTR "4375120948345356249"
#define CHECK_QUERY \
    "signature=" CHECK_SIGNATURE "&timestamp=" CHECK_TIMESTAMP "&nonce=" CHECK_NONCE "&echostr=" CHECK_ECHOSTR
#define PUSH_QUERY \
    "signature=6c5c811b55cc85e0e1b54100749188c20beb3f5d&timestamp=" PUSH_TIMESTAMP "&nonce=" PUSH_NONCE \
    "&openid=o9AgO5Kd5ggOC-bXrbNODIiE3bGY&encrypt_type=aes&msg_signature=" PUSH_SIGNATURE

/* Open data, and raw data with its signature: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/
 * signature.html. */
#define OPEN_SESSION_KEY "tiihtNczf5v6AKRyjwEUhQ=="
#define OPEN_IV "r7BXXKkLb8qrSNn05n0qiA=="
#define OPEN_APP_ID "wx4f4bc4dec97d474b"
#define OPEN_ENCRYPTED_DATA \
    "CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+o" \
    "NPdbB+3hVbJSRgv+4lGOETKUQz6OYStslQ142dNCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnE" \
    "tpyxVLW1zAo6/1Xx1COxFvrc2d7UL/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn/Hz7saL8xz+W//" \
    "FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHq" \
    "Z9J6nKEBvB4DnNLIVWSgARns/8wR2SiRS7MNACwTyrGvt9ts8p12PKFdlqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoK" \
    "laRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuyDb/XcxxmK01EpqOyuxINew=="
#define OPEN_DATA \
    "{\"openId\":\"oGZUI0egBJY1zhBYw2KhdUfwVJJE\",\"nickName\":\"Band\",\"gender\":1,\"language" \
    "\":\"zh_CN\",\"city\":\"Guangzhou\",\"province\":\"Guangdong\",\"country\":\"CN\",\"avatar" \
    "Url\":\"http://wx.qlogo.cn/mmopen/vi_32/aSKcBBPpibyKNicHNTMM0qJVh8Kjgiak2AHWr8MHM4WgMEm7GF" \
    "hsf8OYrySdbvAMvTsw3mo8ibKicsnfN5pRjl1p8HQ/0\",\"unionId\":\"ocMvos6NjeKLIBqg5Mr9QjxrP1FA\"" \
    ",\"watermark\":{\"timestamp\":1477314187,\"appid\":\"wx4f4bc4dec97d474b\"}}"
#define RAW_SESSION_KEY "HyVFkGl5F5OQWJZZaNzBBg=="
#define RAW_SIGNATURE "75e81ceda165f4ffa64f4068af58c64b8f54b88c"
#define RAW_DATA \
    "{\"nickName\":\"Band\",\"gender\":1,\"language\":\"zh_CN\",\"city\":\"Guangzhou\",\"provin" \
    "ce\":\"Guangdong\",\"country\":\"CN\",\"avatarUrl\":\"http://wx.qlogo.cn/mmopen/vi_32/1vZv" \
    "I39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0\"}"

#endif

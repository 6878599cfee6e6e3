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
#define REPLY_BODY \
    "{\n" \
    "    \"Encrypt\": \"ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hy" \
    "Rbtzve1L32tmxSQ==\",\n" \
    "    \"MsgSignature\": \"1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1\",\n" \
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

#endif

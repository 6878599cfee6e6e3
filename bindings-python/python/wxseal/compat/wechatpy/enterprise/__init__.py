"""WeCom, as wechatpy 1.8 names it."""

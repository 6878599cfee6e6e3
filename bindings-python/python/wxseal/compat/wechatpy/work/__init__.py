"""WeCom, as wechatpy 2 names it."""

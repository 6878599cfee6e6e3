"""wechatpy 1.8 and 2, with wxseal behind its `crypto` and `utils`. All else stays wechatpy's."""

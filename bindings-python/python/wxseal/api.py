"""Server API calls without I/O: what to send with the HTTP client of your choice, and what the
answer says. `get` and `post` make any call of `api.weixin.qq.com`; the others are the usual ones by
name.

>>> import urllib.request
>>> from wxseal import api
>>> def call(request: api.Request) -> dict:
...     headers = {"Content-Type": "application/json"}
...     prepared = urllib.request.Request(
...         request.url, request.body, headers, method=request.method
...     )
...     with urllib.request.urlopen(prepared, timeout=5) as response:
...         return api.read(response.read())
>>> request = api.get_access_token("wxba5fad812f8e6fb9", "secret")  # then: call(request)
>>> request.url.partition("&")[0]
'https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential'
"""

from wxseal import _wxseal

ApiError = _wxseal.api.ApiError
CustomerMessage = _wxseal.api.CustomerMessage
Request = _wxseal.api.Request
code2session = _wxseal.api.code2session
get = _wxseal.api.get
get_access_token = _wxseal.api.get_access_token
get_phone_number = _wxseal.api.get_phone_number
get_stable_access_token = _wxseal.api.get_stable_access_token
media_check_async = _wxseal.api.media_check_async
msg_sec_check = _wxseal.api.msg_sec_check
post = _wxseal.api.post
read = _wxseal.api.read
send_customer_message = _wxseal.api.send_customer_message
send_subscribe_message = _wxseal.api.send_subscribe_message

__all__ = [
    "ApiError",
    "CustomerMessage",
    "Request",
    "code2session",
    "get",
    "get_access_token",
    "get_phone_number",
    "get_stable_access_token",
    "media_check_async",
    "msg_sec_check",
    "post",
    "read",
    "send_customer_message",
    "send_subscribe_message",
]

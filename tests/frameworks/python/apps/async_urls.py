"""The README's `urls.py`, with `async_view`."""

from answers import endpoint, handle, recent

from wxseal.django import async_view, route

urlpatterns = [route("wechat", async_view(endpoint, handle, recent=recent))]

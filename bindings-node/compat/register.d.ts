/**
 * From here on `require("wechat-crypto")` gives `wxseal/compat/wechat-crypto`, to every module: for servers on wechat or co-wechat, which
 * bring it in themselves. It stands before they do; a server that is an ES module imports it first, and a server that is not to be touched is
 * started with `node --require wxseal/compat/register`.
 *
 * What cannot be decrypted is a message `wxseal refused it` with an empty id here, to which they answer 500: wechat would not survive an error.
 */
export {};

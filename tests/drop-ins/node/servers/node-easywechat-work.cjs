const http = require("node:http");
const { Work, ServerRequest } = require("node-easywechat");

const { TOKEN: token, KEY: aes_key, ID: corp_id } = process.env;

const server = http.createServer(async (req, res) => {
  try {
    const app = new Work({ corp_id, secret: "secret", token, aes_key });
    app.setRequest(await ServerRequest.createFromIncomingMessage(req));
    const server = app.getServer();
    server.addMessageListener("text", async (message) => message.Content);
    // Unanswered, it says SUCCESS, which WeCom does not know.
    server.addMessageListener("image", async () => "收到");
    const response = await server.serve();
    res.writeHead(response.getStatusCode(), response.getHeaders()).end(response.getBody());
  } catch {
    res.writeHead(403).end();
  }
});

server.listen(0, "127.0.0.1", () => console.log(server.address().port));

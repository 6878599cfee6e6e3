const http = require("node:http");
const { OfficialAccount, ServerRequest } = require("node-easywechat");

const { TOKEN: token, KEY: aes_key, ID: app_id } = process.env;

const server = http.createServer(async (req, res) => {
  try {
    const app = new OfficialAccount({ app_id, secret: "secret", token, aes_key });
    app.setRequest(await ServerRequest.createFromIncomingMessage(req));
    const server = app.getServer();
    server.addMessageListener("text", async (message) => message.Content);
    const response = await server.serve();
    res.writeHead(response.getStatusCode(), response.getHeaders()).end(response.getBody());
  } catch {
    res.writeHead(403).end();
  }
});

server.listen(0, "127.0.0.1", () => console.log(server.address().port));

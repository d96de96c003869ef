// Lets ollama-js write its contract: node driver.mjs FOLDER.
import { deepStrictEqual as equal, rejects } from "node:assert";
import { MatchersV3, PactV4 } from "@pact-foundation/pact";
import { Ollama } from "ollama";

const { decimal, eachLike, integer, like, regex } = MatchersV3;
const time = (example) => regex("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z", example);
const pact = new PactV4({ consumer: "ollama-js", provider: "enfilade", dir: process.argv[2], logLevel: "error" });
const EXISTS = "a model named llama3 exists";
const json = { "Content-Type": "application/json" };

const asked = (model, content, stream) => ({ model, messages: [{ role: "user", content }], stream });
const exchange = (given, description, method, path, body, status, answer, talk) =>
  pact
    .addInteraction()
    .given(given)
    .uponReceiving(description)
    .withRequest(method, path, (request) => (body ? request.headers(json).jsonBody(body) : request))
    .willRespondWith(status, answer)
    .executeTest((server) => talk(new Ollama({ host: server.url })));

await exchange(
  EXISTS,
  "the list of models",
  "GET",
  "/api/tags",
  null,
  200,
  (response) =>
    response.jsonBody({
      models: eachLike({
        name: regex("[^:]+:[^:]+", "llama3:latest"),
        digest: regex("[0-9a-f]{64}", "0".repeat(64)),
        size: integer(1),
        modified_at: time("2026-01-01T00:00:00Z"),
      }),
    }),
  async (ollama) => equal((await ollama.list()).models.map((model) => model.name), ["llama3:latest"]),
);

await exchange(
  EXISTS,
  "a chat",
  "POST",
  "/api/chat",
  asked("llama3", "Hello", false),
  200,
  (response) =>
    response.jsonBody({
      model: "llama3",
      created_at: time("2026-01-01T00:00:00Z"),
      message: { role: "assistant", content: like("Hello to you") },
      done: true,
      done_reason: "stop",
      eval_count: integer(3),
    }),
  async (ollama) => equal((await ollama.chat(asked("llama3", "Hello", false))).message.content, "Hello to you"),
);

const line = (content, more) =>
  JSON.stringify({
    model: "llama3",
    created_at: "2026-01-01T00:00:00Z",
    message: { role: "assistant", content },
    ...more,
  }) + "\n";
await exchange(
  EXISTS,
  "a streamed chat",
  "POST",
  "/api/chat",
  asked("llama3", "Hello", true),
  200,
  (response) =>
    response
      .body(
        "text/plain",
        Buffer.from(
          line("Hello ", { done: false }) +
            line("to you", { done: false }) +
            line("", { done: true, done_reason: "stop", eval_count: 3 }),
        ),
      )
      .matchingRules({
        body: [
          {
            path: "$",
            rules: [
              {
                "pact:matcher:type": "regex",
                regex: '(\\{[^\\n]*"done":false[^\\n]*\\}\\n)+\\{[^\\n]*"done":true[^\\n]*"eval_count":\\d+[^\\n]*\\}\\n',
              },
            ],
          },
        ],
      }),
  async (ollama) => {
    let text = "";
    for await (const part of await ollama.chat(asked("llama3", "Hello", true))) text += part.message.content;
    equal(text, "Hello to you");
  },
);

const completion = { model: "llama3", prompt: "Hello", stream: false };
await exchange(
  EXISTS,
  "a completion",
  "POST",
  "/api/generate",
  completion,
  200,
  (response) =>
    response.jsonBody({
      model: "llama3",
      created_at: time("2026-01-01T00:00:00Z"),
      response: like("Hello to you"),
      done: true,
      done_reason: "stop",
    }),
  async (ollama) => equal((await ollama.generate(completion)).response, "Hello to you"),
);

const tools = [{ type: "function", function: { name: "weather", parameters: { type: "object", properties: {} } } }];
await exchange(
  "a model named qwen3 exists and calls tools",
  "a chat with a tool",
  "POST",
  "/api/chat",
  { ...asked("qwen3", "Hello", false), tools },
  200,
  (response) =>
    response.jsonBody({
      message: {
        role: "assistant",
        tool_calls: eachLike({ function: { name: "weather", arguments: { city: like("Berlin") } } }),
      },
      done: true,
    }),
  async (ollama) => {
    const { message } = await ollama.chat({ ...asked("qwen3", "Hello", false), tools });
    equal(message.tool_calls.map((call) => call.function.arguments), [{ city: "Berlin" }]);
  },
);

const texts = { model: "nomic", input: ["one", "two"] };
await exchange(
  "a model named nomic exists and embeds texts",
  "vectors of texts",
  "POST",
  "/api/embed",
  texts,
  200,
  (response) => response.jsonBody({ embeddings: eachLike(eachLike(decimal(0.5)), 2) }),
  async (ollama) => equal((await ollama.embed(texts)).embeddings.length, 2),
);

await exchange(
  EXISTS,
  "a model's card",
  "POST",
  "/api/show",
  { model: "llama3" },
  200,
  (response) => response.jsonBody({ details: { family: like("llama") }, capabilities: eachLike("completion") }),
  async (ollama) => equal((await ollama.show({ model: "llama3" })).capabilities, ["completion"]),
);

await exchange(
  EXISTS,
  "a chat with a model that does not exist",
  "POST",
  "/api/chat",
  asked("nobody", "Hello", false),
  404,
  (response) => response.jsonBody({ error: "model 'nobody' not found" }),
  (ollama) => rejects(ollama.chat(asked("nobody", "Hello", false)), { status_code: 404 }),
);

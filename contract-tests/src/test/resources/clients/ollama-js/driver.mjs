// ollama-js's view of the product: node driver.mjs PRODUCT BACKEND, one line for each check, PASS or FAIL.
import { deepStrictEqual as equal, ok, rejects } from "node:assert";
import { Ollama } from "ollama";

const [product, backend] = process.argv.slice(2);
const client = new Ollama({ host: product });
const WORDS = "Grüße, 世界 🌊 and a \u2028line.";
const messages = [{ role: "user", content: "How is the weather?" }];
const tools = [
  {
    type: "function",
    function: {
      name: "weather",
      description: "The weather of a city.",
      parameters: { type: "object", required: ["city"], properties: { city: { type: "string" } } },
    },
  },
];

const endedWell = (part) => {
  equal([part.done, part.done_reason, part.prompt_eval_count, part.eval_count], [true, "stop", 7, 3]);
  ok(part.total_duration > 0 && part.created_at.endsWith("Z"));
};
const heard = async (stream) => {
  const parts = [];
  for await (const part of await stream) parts.push(part);
  return parts;
};
const whole = async (stream) => {
  const parts = await heard(stream);
  ok(parts.every((part, i) => part.done === (i === parts.length - 1)));
  endedWell(parts.at(-1));
  return parts;
};
const text = (parts) => parts.map((part) => part.message.content).join("");
const calls = (parts) =>
  equal(
    parts.flatMap((part) => part.message.tool_calls ?? []).map((call) => [call.function.name, call.function.arguments]),
    [
      ["weather", { city: "Berlin" }],
      ["weather", { city: "Oslo" }],
    ],
  );
// ollama-js only warns of lines that it cannot read.
console.warn = (...words) => {
  throw new Error(words.join(" "));
};

const checks = {
  async version() {
    ok(/^\d+\.\d+\.\d+$/.test((await client.version()).version));
  },
  async list() {
    const { models } = await client.list();
    ok(models.some((model) => model.name === "talker:latest"));
    ok(models.every((model) => /^[0-9a-f]{64}$/.test(model.digest)));
  },
  async show() {
    const shown = await client.show({ model: "talker" });
    equal(shown.capabilities, ["completion"]);
    equal(shown.model_info[`${shown.model_info["general.architecture"]}.context_length`], 8192);
  },
  async chat() {
    const answer = await client.chat({ model: "talker", messages });
    equal(answer.message.content, WORDS);
    endedWell(answer);
  },
  async streamedChat() {
    const parts = await whole(client.chat({ model: "talker", messages, stream: true }));
    equal(text(parts), WORDS);
    ok(parts.length > 2);
  },
  async generate() {
    const answer = await client.generate({ model: "talker", prompt: "How is the weather?" });
    equal(answer.response, WORDS);
    endedWell(answer);
  },
  async streamedGenerate() {
    const parts = await whole(client.generate({ model: "talker", prompt: "How is the weather?", stream: true }));
    equal(parts.map((part) => part.response).join(""), WORDS);
  },
  async thinking() {
    const { message } = await client.chat({ model: "thinker", messages, think: true });
    equal([message.thinking, message.content], ["They greet me.", WORDS]);
  },
  async streamedThinking() {
    const parts = await whole(client.chat({ model: "thinker", messages, think: true, stream: true }));
    equal(parts.map((part) => part.message.thinking ?? "").join(""), "They greet me.");
    equal(text(parts), WORDS);
  },
  async parallelTools() {
    const answer = await client.chat({ model: "caller", messages, tools });
    calls([answer]);
    const results = answer.message.tool_calls.map((call) => ({
      role: "tool",
      content: "18",
      tool_name: call.function.name,
    }));
    const next = await client.chat({ model: "caller", messages: [...messages, answer.message, ...results], tools });
    equal(next.message.content, WORDS);
  },
  async streamedParallelTools() {
    calls(await whole(client.chat({ model: "caller", messages, tools, stream: true })));
  },
  async embeddings() {
    const { embeddings } = await client.embed({ model: "embedder", input: ["one", "two"] });
    equal(embeddings.map((vector) => vector.map((x) => x.toFixed(4))), [["0.6000", "0.8000"], ["0.6000", "0.8000"]]);
  },
  async unknownModel() {
    await rejects(client.chat({ model: "nobody", messages }), { status_code: 404, error: "model 'nobody' not found" });
  },
  async errorInMidStream() {
    await rejects(heard(client.chat({ model: "failing", messages, stream: true })));
  },
  async cutStream() {
    await rejects(heard(client.chat({ model: "cut", messages, stream: true })));
  },
  async leaving() {
    const stream = await client.chat({ model: "endless", messages, stream: true });
    await rejects(async () => {
      for await (const _ of stream) stream.abort();
    }, { name: "AbortError" });
    equal((await fetch(`${backend}/departures`)).status, 200);
  },
};

for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log("PASS", name);
  } catch (e) {
    console.log("FAIL", name, JSON.stringify(String(e).slice(0, 300)));
  }
}

// @langchain/ollama's view of the product: node driver.mjs PRODUCT BACKEND, one line for each check, PASS or FAIL.
import { deepStrictEqual as equal, ok, rejects } from "node:assert";
import { HumanMessage, ToolMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { ChatOllama, Ollama, OllamaEmbeddings } from "@langchain/ollama";

const [product] = process.argv.slice(2);
const WORDS = "Grüße, 世界 🌊 and a \u2028line.";
const ask = new HumanMessage("How is the weather?");
const model = (name, more = {}) => new ChatOllama({ model: name, baseUrl: product, maxRetries: 0, ...more });
const weather = tool(({ city }) => `18 degrees in ${city}`, {
  name: "weather",
  description: "The weather of a city.",
  schema: { type: "object", required: ["city"], properties: { city: { type: "string" } } },
});
const heard = async (stream) => {
  const parts = [];
  for await (const part of await stream) parts.push(part);
  return parts;
};

// Leaving is not checked: this client looks at its signal only when the next chunk comes.
const checks = {
  async invoke() {
    const answer = await model("talker").invoke([ask]);
    equal(answer.content, WORDS);
    equal([answer.usage_metadata.input_tokens, answer.usage_metadata.output_tokens], [7, 3]);
  },
  async stream() {
    const parts = await heard(model("talker").stream([ask]));
    equal(parts.map((part) => part.content).join(""), WORDS);
    ok(parts.some((part) => part.response_metadata.done_reason === "stop"));
  },
  async generate() {
    equal(await new Ollama({ model: "talker", baseUrl: product, maxRetries: 0 }).invoke("How is the weather?"), WORDS);
  },
  async thinking() {
    const answer = await model("thinker", { think: true }).invoke([ask]);
    equal([answer.additional_kwargs.reasoning_content, answer.content], ["They greet me.", WORDS]);
  },
  async parallelTools() {
    const caller = model("caller").bindTools([weather]);
    const calling = await caller.invoke([ask]);
    equal(calling.tool_calls.map((call) => call.args), [{ city: "Berlin" }, { city: "Oslo" }]);
    const results = calling.tool_calls.map((call) => new ToolMessage({ content: "18", tool_call_id: call.id }));
    equal((await caller.invoke([ask, calling, ...results])).content, WORDS);
  },
  async embeddings() {
    const vectors = await new OllamaEmbeddings({ model: "embedder", baseUrl: product }).embedDocuments(["one", "two"]);
    equal(vectors.map((vector) => vector.map((x) => x.toFixed(4))), [["0.6000", "0.8000"], ["0.6000", "0.8000"]]);
  },
  async unknownModel() {
    await rejects(model("nobody").invoke([ask]), /not found/);
  },
  async errorInMidStream() {
    await rejects(heard(model("failing").stream([ask])));
  },
  async cutStream() {
    await rejects(heard(model("cut").stream([ask])));
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

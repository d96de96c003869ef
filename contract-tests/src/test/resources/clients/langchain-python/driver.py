"""langchain-ollama's view of the product: driver.py PRODUCT BACKEND, one line for each check, PASS or FAIL."""

import sys
import urllib.request

from langchain_core.messages import HumanMessage, ToolMessage
from langchain_core.tools import tool
from langchain_ollama import ChatOllama, OllamaEmbeddings, OllamaLLM

product, backend = sys.argv[1:]
WORDS = "Grüße, 世界 🌊 and a \u2028line."
ASK = HumanMessage("How is the weather?")
checks = []


@tool
def weather(city: str) -> str:
    """The weather of a city."""
    return f"18 degrees in {city}"


def check(body):
    checks.append(body)


def equal(actual, expected):
    if actual != expected:
        raise AssertionError(f"{actual!r} where {expected!r} should be")


def model(name, **more):
    return ChatOllama(model=name, base_url=product, **more)


def raises(call):
    try:
        got = call()
    except Exception as e:
        return str(e)
    raise AssertionError(f"a success: {got}")


@check
def invoke():
    answer = model("talker", validate_model_on_init=True).invoke([ASK])
    equal(answer.content, WORDS)
    equal((answer.usage_metadata["input_tokens"], answer.usage_metadata["output_tokens"]), (7, 3))


@check
def stream():
    parts = list(model("talker").stream([ASK]))
    equal("".join(part.content for part in parts), WORDS)
    equal(parts[-1].response_metadata.get("done_reason") or parts[-2].response_metadata["done_reason"], "stop")


@check
def generate():
    answer = OllamaLLM(model="talker", base_url=product).generate(["How is the weather?"]).generations[0][0]
    equal((answer.text, answer.generation_info["done_reason"]), (WORDS, "stop"))


@check
def thinking():
    answer = model("thinker", reasoning=True).invoke([ASK])
    equal((answer.additional_kwargs["reasoning_content"], answer.content), ("They greet me.", WORDS))


@check
def parallel_tools():
    caller = model("caller").bind_tools([weather])
    calling = caller.invoke([ASK])
    equal([c["args"] for c in calling.tool_calls], [{"city": "Berlin"}, {"city": "Oslo"}])
    results = [ToolMessage(weather.invoke(c["args"]), tool_call_id=c["id"]) for c in calling.tool_calls]
    equal(caller.invoke([ASK, calling, *results]).content, WORDS)


@check
def embeddings():
    vectors = OllamaEmbeddings(model="embedder", base_url=product).embed_documents(["one", "two"])
    equal([[round(x, 4) for x in v] for v in vectors], [[0.6, 0.8], [0.6, 0.8]])


@check
def unknown_model():
    if "not found" not in raises(lambda: model("nobody").invoke([ASK])):
        raise AssertionError("another error")


@check
def error_in_mid_stream():
    raises(lambda: list(model("failing").stream([ASK])))


@check
def cut_stream():
    raises(lambda: list(model("cut").stream([ASK])))


@check
def leaving():
    stream = model("endless").stream([ASK])
    next(stream)
    stream.close()
    equal(urllib.request.urlopen(f"{backend}/departures").status, 200)


for body in checks:
    try:
        body()
        print("PASS", body.__name__)
    except Exception as e:
        print("FAIL", body.__name__, type(e).__name__, ascii(str(e)[:300]))

"""ollama-python's view of the product: driver.py PRODUCT BACKEND, one line for each check, PASS or FAIL."""

import sys
import urllib.request

from ollama import Client, ResponseError

product, backend = sys.argv[1:]
client = Client(host=product, timeout=60)
WORDS = "Grüße, 世界 🌊 and a \u2028line."
ASK = [{"role": "user", "content": "How is the weather?"}]
WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "description": "The weather of a city.",
        "parameters": {
            "type": "object",
            "required": ["city"],
            "properties": {"city": {"type": "string"}},
        },
    },
}
checks = []


def check(body):
    checks.append(body)


def equal(actual, expected):
    if actual != expected:
        raise AssertionError(f"{actual!r} where {expected!r} should be")


def ended_well(part):
    equal((part.done, part.done_reason), (True, "stop"))
    equal((part.prompt_eval_count, part.eval_count), (7, 3))
    if not (part.total_duration > 0 and part.created_at.endswith("Z")):
        raise AssertionError(f"times: {part}")


def whole(parts):
    equal([part.done for part in parts], [False] * (len(parts) - 1) + [True])
    ended_well(parts[-1])


def text(parts):
    return "".join(part.message.content for part in parts)


def refused(call, status=None):
    try:
        got = list(call())
    except ResponseError as e:
        if status:
            equal(e.status_code, status)
        return e.error
    raise AssertionError(f"a success: {got}")


def calls(messages):
    found = [c.function for m in messages for c in m.tool_calls or ()]
    equal([(f.name, f.arguments) for f in found], [("weather", {"city": "Berlin"}), ("weather", {"city": "Oslo"})])


@check
def list_of_models():
    models = client.list().models
    if "talker:latest" not in [m.model for m in models]:
        raise AssertionError(models)
    equal({len(m.digest) for m in models}, {64})


@check
def show():
    shown = client.show("talker")
    equal(shown.capabilities, ["completion"])
    family = shown.modelinfo["general.architecture"]
    equal(shown.modelinfo[f"{family}.context_length"], 8192)


@check
def chat():
    answer = client.chat("talker", ASK)
    equal(answer.message.content, WORDS)
    ended_well(answer)


@check
def streamed_chat():
    parts = list(client.chat("talker", ASK, stream=True))
    whole(parts)
    equal(text(parts), WORDS)
    if len(parts) < 3:
        raise AssertionError("not in pieces")


@check
def generate():
    answer = client.generate("talker", "How is the weather?")
    equal(answer.response, WORDS)
    ended_well(answer)


@check
def streamed_generate():
    parts = list(client.generate("talker", "How is the weather?", stream=True))
    whole(parts)
    equal("".join(part.response for part in parts), WORDS)


@check
def thinking():
    message = client.chat("thinker", ASK, think=True).message
    equal((message.thinking, message.content), ("They greet me.", WORDS))


@check
def streamed_thinking():
    parts = list(client.chat("thinker", ASK, think=True, stream=True))
    whole(parts)
    equal("".join(part.message.thinking or "" for part in parts), "They greet me.")
    equal(text(parts), WORDS)


@check
def parallel_tools():
    message = client.chat("caller", ASK, tools=[WEATHER]).message
    calls([message])
    results = [{"role": "tool", "content": "18", "tool_name": c.function.name} for c in message.tool_calls]
    equal(client.chat("caller", [*ASK, message, *results], tools=[WEATHER]).message.content, WORDS)


@check
def streamed_parallel_tools():
    parts = list(client.chat("caller", ASK, tools=[WEATHER], stream=True))
    whole(parts)
    calls([part.message for part in parts])


@check
def embeddings():
    vectors = client.embed("embedder", ["one", "two"]).embeddings
    equal([[round(x, 4) for x in v] for v in vectors], [[0.6, 0.8], [0.6, 0.8]])


@check
def unknown_model():
    equal(refused(lambda: client.chat("nobody", ASK), 404), "model 'nobody' not found")


@check
def error_in_mid_stream():
    refused(lambda: client.chat("failing", ASK, stream=True))


@check
def cut_stream():
    refused(lambda: client.chat("cut", ASK, stream=True))


@check
def leaving():
    stream = client.chat("endless", ASK, stream=True)
    next(stream)
    stream.close()
    equal(urllib.request.urlopen(f"{backend}/departures").status, 200)


for body in checks:
    try:
        body()
        print("PASS", body.__name__)
    except Exception as e:
        print("FAIL", body.__name__, type(e).__name__, ascii(str(e)[:300]))

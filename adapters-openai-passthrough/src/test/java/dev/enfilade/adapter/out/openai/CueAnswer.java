package dev.enfilade.adapter.out.openai;

import dev.enfilade.adapter.out.openai.testing.Answers;
import dev.enfilade.adapter.out.openai.testing.Peer;
import dev.enfilade.application.port.out.Cue;
import dev.enfilade.domain.chat.ToolCall;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Cues as a server speaks them: in chunks if the request wants a stream, otherwise in one piece. */
abstract class CueAnswer implements ScriptedStage.Answering {

    private final List<Cue> script;

    CueAnswer(Cue... script) {
        this.script = List.of(script);
    }

    @Override
    public void answer(String request, Peer peer, ScriptedStage<?> stage) throws IOException, InterruptedException {
        if (script.isEmpty()
                || !(script.getFirst() instanceof Cue.Silence || script.getFirst() instanceof Cue.Refusal)) {
            if (request.contains("\"stream\":true")) {
                peer.send(Answers.SSE_HEAD + Answers.event(beginning()));
            } else {
                peer.send(Answers.json(200, whole(script)));
                return;
            }
        }
        for (int i = 0; i < script.size(); i++) {
            play(script.get(i), i == 0, peer, stage);
        }
        peer.send(Answers.event("[DONE]") + Answers.LAST_CHUNK);
    }

    private void play(Cue cue, boolean first, Peer peer, ScriptedStage<?> stage)
            throws IOException, InterruptedException {
        switch (cue) {
            case Cue.Text text -> peer.send(Answers.event(text(text.text())));
            case Cue.Thought thought -> peer.send(Answers.event(thought(thought.text())));
            case Cue.Calls calls -> peer.send(Answers.event(calls(calls.calls())));
            case Cue.Finish finish -> peer.send(Answers.event(finish(word(finish.reason()))) + usage(finish.usage()));
            case Cue.Refusal refusal -> peer.send(first ? refusal(refusal) : Answers.event(error(refusal)));
            case Cue.Cut _ -> throw new IOException("cut");
            case Cue.Silence _ -> stage.fallSilent(peer);
        }
    }

    private static String refusal(Cue.Refusal refusal) {
        return Answers.json(refusal.status(), error(refusal));
    }

    private static String error(Cue.Refusal refusal) {
        return "{\"error\":{\"message\":\"" + refusal.text() + "\",\"type\":\"server_error\",\"code\":"
                + refusal.status() + "}}";
    }

    private static String usage(Usage usage) {
        return Answers.event("{\"choices\":[],\"usage\":" + counts(usage) + "}");
    }

    static String counts(Usage usage) {
        return "{\"prompt_tokens\":" + usage.promptTokens() + ",\"completion_tokens\":" + usage.completionTokens()
                + "}";
    }

    static String word(FinishReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    abstract String beginning();

    abstract String text(String text);

    abstract String thought(String text);

    abstract String calls(List<ToolCall> calls);

    abstract String finish(String word);

    abstract String whole(List<Cue> script);
}

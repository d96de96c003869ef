package dev.enfilade.adapter.in.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.stream.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayedStreamTest {

    private static final String CHUNK =
            "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n";
    private static final String FINISH = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String CUT =
            "data: {\"error\":{\"message\":\"upstream closed the stream before it was complete\",\"type\":\"upstream_error\","
                    + "\"param\":null,\"code\":\"upstream_closed\"}}\n\n";
    private static final String DELTA =
            "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"Hi\"}\n\n";
    private static final String COMPLETED =
            "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"error\":null}}\n\n";

    private final SurfaceStage stage = new SurfaceStage();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void aFinishedStreamPassesUnchanged() throws Exception {
        String comment = ": keep-alive\n\n";
        assertThat(chat(ScriptedBytes.whole(CHUNK, comment, FINISH + DONE))).isEqualTo(CHUNK + comment + FINISH + DONE);
    }

    @Test
    void aStreamThatOnlyLacksItsSentinelGetsIt() throws Exception {
        assertThat(chat(ScriptedBytes.whole(CHUNK, FINISH))).isEqualTo(CHUNK + FINISH + DONE);
        assertThat(chat(ScriptedBytes.whole(CHUNK, FINISH + "data: [DONE]"))).isEqualTo(CHUNK + FINISH + DONE);
        assertThat(chat(ScriptedBytes.whole(CHUNK, FINISH + "data: [DONE]\n"))).isEqualTo(CHUNK + FINISH + DONE);
    }

    @Test
    void aStreamThatEndsWithoutAReasonEndsInAnErrorEvent() throws Exception {
        assertThat(chat(ScriptedBytes.whole(CHUNK))).isEqualTo(CHUNK + CUT);
    }

    @Test
    void aSentinelWithoutAReasonIsNoEnd() throws Exception {
        assertThat(chat(ScriptedBytes.whole(CHUNK, DONE))).isEqualTo(CHUNK + CUT);
        assertThat(chat(ScriptedBytes.whole(CHUNK + DONE))).isEqualTo(CHUNK + CUT);
    }

    @Test
    void aReasonInAnEventThatIsNotCompleteDoesNotCount() throws Exception {
        assertThat(chat(ScriptedBytes.whole(CHUNK, FINISH.stripTrailing()))).isEqualTo(CHUNK + CUT);
        assertThat(chat(ScriptedBytes.whole(CHUNK, FINISH.stripTrailing() + "\n")))
                .isEqualTo(CHUNK + CUT);
    }

    @Test
    void aBrokenStreamKeepsWholeEventsOnlyAndEndsInAnErrorEvent() throws Exception {
        assertThat(chat(ScriptedBytes.cutAfter(CHUNK + "data: {\"choi"))).isEqualTo(CHUNK + CUT);
    }

    @Test
    void aStreamOfAPromisedLengthCanStillEndInAnErrorEvent() throws Exception {
        stage.reply = SurfaceStage.response(
                200, ScriptedBytes.cutAfter(CHUNK), "Content-Type: text/event-stream", "Content-Length: 100000");

        assertThat(stage.post("/v1/chat/completions", "{}").body()).isEqualTo(CHUNK + CUT);
    }

    @Test
    void theBackendsOwnErrorEventIsTheLastWord() throws Exception {
        String error = "data: {\"error\":{\"message\":\"boom\"}}\n\n";

        assertThat(chat(ScriptedBytes.whole(CHUNK, error))).isEqualTo(CHUNK + error);
        assertThat(chat(ScriptedBytes.whole(CHUNK, error + DONE))).isEqualTo(CHUNK + error);
        assertThat(chat(ScriptedBytes.whole(CHUNK, error, CHUNK, FINISH, DONE))).isEqualTo(CHUNK + error);
    }

    @Test
    void whatComesBehindTheSentinelIsNotWaitedFor() throws Exception {
        assertThat(chat(ScriptedBytes.cutAfter(CHUNK, FINISH, DONE))).isEqualTo(CHUNK + FINISH + DONE);
    }

    @Test
    void aFinishReasonInsideTheTextIsNotAFinish() throws Exception {
        String sly = "data: {\"choices\":[{\"delta\":{\"content\":\"\\\"finish_reason\\\":\\\"stop\\\"\"}}]}\n\n";

        assertThat(chat(ScriptedBytes.whole(sly))).isEqualTo(sly + CUT);
    }

    @Test
    void aByteOrderMarkHidesNothing() throws Exception {
        assertThat(chat(ScriptedBytes.whole("\uFEFF" + FINISH, DONE))).isEqualTo("\uFEFF" + FINISH + DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anEventSplitAnywhereArrivesWhole(String lineEnd) throws Exception {
        String all = (CHUNK + FINISH).replace("\n", lineEnd) + DONE;
        for (int split = 1; split < all.length(); split++) {
            assertThat(chat(ScriptedBytes.whole(all.substring(0, split), all.substring(split))))
                    .as("split at %s", split)
                    .isEqualTo(all);
        }
    }

    @Test
    void aCarriageReturnEndsAnEventAlsoWhereNothingFollows() throws Exception {
        String chunk = CHUNK.replace('\n', '\r');
        String finish = FINISH.replace('\n', '\r');

        assertThat(chat(ScriptedBytes.whole(chunk))).isEqualTo(chunk + CUT);
        assertThat(chat(ScriptedBytes.whole(chunk, finish))).isEqualTo(chunk + finish + DONE);
    }

    @Test
    void theLastLineEndIsWhole() throws Exception {
        String done = DONE.replace("\n", "\r\n");

        assertThat(chat(ScriptedBytes.whole(CHUNK, FINISH, done))).isEqualTo(CHUNK + FINISH + done);
    }

    @Test
    void responsesEndWithTheirOwnLastEvent() throws Exception {
        String odd = ": bye\n\n";
        assertThat(responses(ScriptedBytes.whole(DELTA, COMPLETED, odd))).isEqualTo(DELTA + COMPLETED + odd);
        assertThat(responses(ScriptedBytes.cutAfter(DELTA, COMPLETED))).isEqualTo(DELTA + COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"response.completed", "response.incomplete", "response.failed"})
    void theLastEventOfResponsesIsKnownByItsTypeAlone(String type) throws Exception {
        String last = "data: {\"response\":{\"output\":[{\"type\":\"message\"}]}, \"type\" : \"" + type + "\"}\n\n";

        assertThat(responses(ScriptedBytes.whole(DELTA, last))).isEqualTo(DELTA + last);
    }

    @Test
    void responsesThatEndEarlyEndInAnErrorEvent() throws Exception {
        assertThat(responses(ScriptedBytes.whole(DELTA))).isEqualTo(DELTA + CUT);
        assertThat(responses(ScriptedBytes.cutAfter(DELTA))).isEqualTo(DELTA + CUT);
        assertThat(responses(ScriptedBytes.whole(DELTA, "event: response.completed\n")))
                .isEqualTo(DELTA + CUT);
    }

    @Test
    void streamsOfOtherRoutesEndAsTheyLike() throws Exception {
        stage.reply = SurfaceStage.sse(ScriptedBytes.whole(DELTA, "data: half"));
        assertThat(stage.post("/v1/images/generations", "{}").body()).isEqualTo(DELTA + "data: half");

        stage.reply = SurfaceStage.sse(ScriptedBytes.cutAfter(DELTA, "data: half"));
        assertThat(stage.post("/v1/images/generations", "{}").body()).isEqualTo(DELTA + CUT);
    }

    @Test
    void howItEndedIsWhatItSaysAndNotHowFarItWasRead() throws Exception {
        String error = "data: {\"error\":{\"message\":\"boom\"}}\n\n";

        assertThat(outcome(ScriptedBytes.whole(CHUNK, FINISH, DONE, CHUNK))).isEqualTo(Outcome.COMPLETE);
        assertThat(outcome(ScriptedBytes.whole(CHUNK, FINISH))).isEqualTo(Outcome.COMPLETE);
        assertThat(outcome(ScriptedBytes.whole(CHUNK, error, DONE))).isEqualTo(Outcome.UP_ERROR);
        assertThat(outcome(ScriptedBytes.whole(CHUNK))).isEqualTo(Outcome.UP_CUT);
        assertThat(outcome(ScriptedBytes.cutAfter(CHUNK))).isEqualTo(Outcome.UP_CUT);
    }

    private Outcome outcome(ScriptedBytes stream) throws IOException, InterruptedException {
        chat(stream);
        return stream.outcome().orElseThrow();
    }

    private String chat(ScriptedBytes stream) throws IOException, InterruptedException {
        stage.reply = SurfaceStage.sse(stream);
        return stage.post("/v1/chat/completions", "{\"stream\":true}").body();
    }

    private String responses(ScriptedBytes stream) throws IOException, InterruptedException {
        stage.reply = SurfaceStage.sse(stream);
        return stage.post("/v1/responses", "{\"stream\":true}").body();
    }
}

package dev.enfilade.adapter.out.openai.decode;

import static dev.enfilade.adapter.out.openai.decode.Decoding.finish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.TokenLogprob;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogprobReaderTest {

    @Test
    void olderFormOfCompletionsIsUnderstood() {
        String logprobs = "{\"text_offset\":[0,2],\"tokens\":[\"Hi\",\"!\"],\"token_logprobs\":[-0.5,null],"
                + "\"top_logprobs\":[{\"Hi\":-0.5,\"Ho\":-1,\"Ha\":-2},null]}";
        assertThat(read(logprobs))
                .containsExactly(
                        new TokenLogprob(
                                "Hi",
                                -0.5,
                                List.of(
                                        new TokenLogprob("Hi", -0.5, List.of()),
                                        new TokenLogprob("Ho", -1, List.of()))),
                        new TokenLogprob("!", -9999, List.of()));
    }

    @Test
    void olderFormWithoutCandidatesIsUnderstood() {
        assertThat(read("{\"tokens\":[\"Hi\"],\"token_logprobs\":[-0.5],\"top_logprobs\":null}"))
                .containsExactly(new TokenLogprob("Hi", -0.5, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "-Infinity", "NaN", "-1e999", "\"-inf\"", "\"-Infinity\"", "{}", "true"})
    void aProbabilityOfNothingIsTheLeastThatOpenAiWrites(String logprob) {
        String token = "{\"token\":\"a\",\"logprob\":" + logprob + "}";
        assertThat(read("{\"content\":[" + token.replaceFirst("}$", ",\"top_logprobs\":[" + token + "]}") + "]}"))
                .containsExactly(new TokenLogprob("a", -9999, List.of(new TokenLogprob("a", -9999, List.of()))));
        assertThat(read("{\"tokens\":[\"a\"],\"token_logprobs\":[" + logprob + "],\"top_logprobs\":[{\"a\":" + logprob
                        + "}]}"))
                .containsExactly(new TokenLogprob("a", -9999, List.of(new TokenLogprob("a", -9999, List.of()))));
    }

    @Test
    void aProbabilityInQuotesIsANumber() {
        assertThat(read("{\"tokens\":[\"a\"],\"token_logprobs\":[\"-0.5\"]}"))
                .containsExactly(new TokenLogprob("a", -0.5, List.of()));
    }

    @Test
    void moreCandidatesThanAskedForAreLeftOut() {
        String three = "{\"content\":[{\"token\":\"a\",\"logprob\":-1,\"top_logprobs\":"
                + "[{\"token\":\"a\"},{\"token\":\"b\"},{\"token\":\"c\"}]}]}";
        assertThat(read(three).getFirst().alternatives())
                .extracting(TokenLogprob::token)
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\":[{\"id\":7,\"token\":\"a\",\"logprob\":-1,\"bytes\":[97],\"top_logprobs\":[]}],\"refusal\":null}",
                "{\"content\":[null,7,[{}],{\"token\":\"a\",\"logprob\":-1,\"top_logprobs\":[null]}]}",
                "{\"content\":[{\"bytes\":null,\"logprob\":-1,\"token\":\"a\",\"top_logprobs\":null,\"x\":{\"y\":[]}}]}",
            })
    void oddMembersArePassedOver(String logprobs) {
        assertThat(read(logprobs)).containsExactly(new TokenLogprob("a", -1, List.of()));
    }

    private static List<TokenLogprob> read(String logprobs) {
        String chunk = "{\"choices\":[{\"text\":\"x\",\"logprobs\":" + logprobs + "}]}";
        return ((TextDelta) Decoding.chunks(chunk, finish("stop")).getFirst()).logprobs();
    }
}

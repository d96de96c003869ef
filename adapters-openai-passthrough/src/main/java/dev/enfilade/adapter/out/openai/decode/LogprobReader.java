package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.enfilade.domain.generation.TokenLogprob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads token probabilities, in the form of chat ({@code content}, a list of tokens) and in the older form of
 * completions (parallel lists {@code tokens}, {@code token_logprobs}, {@code top_logprobs}), both after OpenAI's
 * reference.
 */
final class LogprobReader {

    /**
     * What OpenAI writes for the logarithm of nothing, which JSON has no number for; null and the like mean the same.
     */
    private static final double LEAST = -9999;

    private final int alternatives;
    private final List<TokenLogprob> found = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<List<TokenLogprob>> candidates = new ArrayList<>();

    private LogprobReader(int alternatives) {
        this.alternatives = alternatives;
    }

    /**
     * The value of the member {@code logprobs}, which the parser stands at.
     *
     * @param alternatives how many candidates per token were asked for; some servers give more
     */
    static List<TokenLogprob> read(JsonParser parser, int alternatives) throws IOException {
        return parser.currentToken() == JsonToken.START_OBJECT
                ? new LogprobReader(alternatives).readObject(parser)
                : List.of();
    }

    private List<TokenLogprob> readObject(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            switch (list ? name : "") {
                case "content" -> readTokens(parser, found);
                case "tokens" -> readStrings(parser);
                case "token_logprobs" -> readNumbers(parser);
                case "top_logprobs" -> readMaps(parser);
                default -> {}
            }
            parser.skipChildren();
        }
        joinLists();
        return found;
    }

    private void readTokens(JsonParser parser, List<TokenLogprob> into) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                into.add(token(parser));
            }
            parser.skipChildren();
        }
    }

    private TokenLogprob token(JsonParser parser) throws IOException {
        String token = "";
        double logprob = LEAST;
        List<TokenLogprob> others = new ArrayList<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "token" -> token = Surrogates.mend(parser.getValueAsString(""));
                case "logprob" -> logprob = number(parser);
                case "top_logprobs" -> {
                    if (value == JsonToken.START_ARRAY) {
                        readTokens(parser, others);
                    }
                }
                default -> {}
            }
            parser.skipChildren();
        }
        return new TokenLogprob(token, logprob, limited(others));
    }

    private void readStrings(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            tokens.add(Surrogates.mend(parser.getValueAsString("")));
            parser.skipChildren();
        }
    }

    private void readNumbers(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(number(parser));
            parser.skipChildren();
        }
    }

    private void readMaps(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            candidates.add(parser.currentToken() == JsonToken.START_OBJECT ? map(parser) : List.of());
            parser.skipChildren();
        }
    }

    private List<TokenLogprob> map(JsonParser parser) throws IOException {
        List<TokenLogprob> others = new ArrayList<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            others.add(new TokenLogprob(Surrogates.mend(name), number(parser), List.of()));
            parser.skipChildren();
        }
        return limited(others);
    }

    private void joinLists() {
        for (int i = 0; i < Math.min(tokens.size(), values.size()); i++) {
            found.add(new TokenLogprob(
                    tokens.get(i), values.get(i), i < candidates.size() ? candidates.get(i) : List.of()));
        }
    }

    private static double number(JsonParser parser) throws IOException {
        boolean written = parser.currentToken().isNumeric() || parser.currentToken() == JsonToken.VALUE_STRING;
        double value = written ? parser.getValueAsDouble(LEAST) : LEAST;
        return Double.isFinite(value) ? value : LEAST;
    }

    private List<TokenLogprob> limited(List<TokenLogprob> others) {
        return others.subList(0, Math.min(alternatives, others.size()));
    }
}

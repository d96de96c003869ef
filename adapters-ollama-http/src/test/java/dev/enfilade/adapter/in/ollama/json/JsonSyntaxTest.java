package dev.enfilade.adapter.in.ollama.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.domain.failure.FailureException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " \t\r\n{ \"a\" : [ 1 , -0.5e+10 , true , false , null , \"\\u00e9\\n\\/\" ] , \"a\" : {} } ",
                "0",
                "-1E5",
                "2.5e-3",
                "\"x\"",
                "{} and what follows does not matter",
                "{}}",
                "truex",
                "01",
            })
    void aWholeValueAtTheBeginningIsEnough(String json) {
        assertThat(check(json)).isEqualTo(json.length() - json.stripLeading().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    void nothingIsAMissingBody(String json) {
        assertThatThrownBy(() -> check(json))
                .isInstanceOf(FailureException.class)
                .hasMessage("missing request body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "[1",
                "[1,",
                "{\"a",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "\"a\\",
                "\"\\u12",
                "tru",
                "-",
                "1.",
                "1e",
                "1e+"
            })
    void aBodyThatStopsIsAnUnexpectedEnd(String json) {
        assertThatThrownBy(() -> check(json))
                .isInstanceOf(FailureException.class)
                .hasMessage("unexpected EOF");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "hello        | 'h' looking for beginning of value",
                "+1           | '+' looking for beginning of value",
                "[1,]         | ']' looking for beginning of value",
                "{'a':1}      | '\\'' looking for beginning of object key string",
                "{\"a\":1,}   | '}' looking for beginning of object key string",
                "{1:2}        | '1' looking for beginning of object key string",
                "{\"a\" 1}    | '1' after object key",
                "{\"a\":1 \"b\":2} | '\"' after object key:value pair",
                "{\"a\":01}   | '1' after object key:value pair",
                "[1 2]        | '2' after array element",
                "[-01]        | '1' after array element",
                "[1}          | '}' after array element",
                "\"\\x\"      | 'x' in string escape code",
                "\"\\u00g0\"  | 'g' in \\u hexadecimal character escape",
                "-a           | 'a' in numeric literal",
                "1.e1         | 'e' after decimal point in numeric literal",
                "1ex          | 'x' in exponent of numeric literal",
                "-.5          | '.' in numeric literal",
                "1.-5         | '-' after decimal point in numeric literal",
                "1e/          | '/' in exponent of numeric literal",
                "nul1         | '1' in literal null (expecting 'l')",
                "tx           | 'x' in literal true (expecting 'r')",
                "fx           | 'x' in literal false (expecting 'a')",
            })
    void namesTheCharacterAndThePlaceInGosWords(String json, String fault) {
        assertThatThrownBy(() -> check(json))
                .isInstanceOf(FailureException.class)
                .hasMessage("invalid character " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {"`\"a\nb\"` | '\\n'", "`\"a\u0001\"` | '\\x01'", "`\"a\u007f\u001f\"` | '\\x1f'"})
    void rawControlCharactersDoNotBelongIntoStrings(String json, String character) {
        assertThatThrownBy(() -> check(json)).hasMessage("invalid character " + character + " in string literal");
    }

    @Test
    void aByteIsNamedAsLatin1() {
        assertThatThrownBy(() -> check("\uFEFF{}")).hasMessage("invalid character 'ï' looking for beginning of value");
    }

    @Test
    void nestsTenThousandDeepAndNoDeeper() {
        int deepest = 10_000;
        String fits = "[".repeat(deepest) + "]".repeat(deepest);

        assertThat(check(fits)).isZero();
        assertThatThrownBy(() -> check("[" + fits + "]")).hasMessage("invalid character '[' exceeded max depth");
        assertThatThrownBy(() -> check("{\"a\":".repeat(1_000_000)))
                .hasMessage("invalid character '{' exceeded max depth");
    }

    private static int check(String json) {
        return JsonSyntax.check(json.getBytes(StandardCharsets.UTF_8));
    }
}

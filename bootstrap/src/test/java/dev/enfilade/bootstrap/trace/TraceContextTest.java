package dev.enfilade.bootstrap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.domain.relay.Header;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aWellFormedContextPassesAsItIs() {
        TraceContext context = of(Map.of(
                "traceparent", List.of(PARENT),
                "tracestate", List.of("vendor=1", "other=a:b"),
                "baggage", List.of("user=x;ttl=1, k=%20")));

        assertThat(context.parent())
                .contains(new SpanRef("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true));
        assertThat(context.lines().lines())
                .containsExactly(
                        new Header("traceparent", PARENT),
                        new Header("tracestate", "vendor=1"),
                        new Header("tracestate", "other=a:b"),
                        new Header("baggage", "user=x;ttl=1, k=%20"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-02",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-is-new"
            })
    void otherFlagsAndLaterVersionsAreWellFormedToo(String parent) {
        assertThat(of(Map.of("traceparent", List.of(parent))).lines().first("traceparent"))
                .contains(parent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-a",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
                " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void whatIsMalformedIsLeftOutAndItsStateWithIt(String parent) {
        TraceContext context = of(Map.of("traceparent", List.of(parent), "tracestate", List.of("a=b")));

        assertThat(context.parent()).isEmpty();
        assertThat(context.lines().lines()).isEmpty();
    }

    @Test
    void twoParentsAreNone() {
        assertThat(of(Map.of("traceparent", List.of(PARENT, PARENT))).parent()).isEmpty();
    }

    @Test
    void baggageNeedsNoParentButASensibleForm() {
        assertThat(of(Map.of("baggage", List.of("a=b"))).lines().first("baggage"))
                .contains("a=b");
        assertThat(of(Map.of("baggage", List.of("nothing"))).lines().lines()).isEmpty();
        assertThat(of(Map.of("baggage", List.of("a=" + "b".repeat(9000))))
                        .lines()
                        .lines())
                .isEmpty();
    }

    @Test
    void anAgentsSpanStandsBetweenClientAndBackend() {
        TraceContext client = of(
                Map.of("traceparent", List.of(PARENT), "tracestate", List.of("vendor=1"), "baggage", List.of("a=b")));
        SpanRef within = new SpanRef("0af7651916cd43dd8448eb211c80319c", "c".repeat(16), true);
        SpanRef elsewhere = new SpanRef("d".repeat(32), "e".repeat(16), false);

        assertThat(client.continuedBy(within).parent()).contains(within);
        assertThat(client.continuedBy(within).lines().lines())
                .containsExactly(
                        new Header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-" + "c".repeat(16) + "-01"),
                        new Header("tracestate", "vendor=1"),
                        new Header("baggage", "a=b"));
        assertThat(client.continuedBy(elsewhere).lines().lines())
                .containsExactly(
                        new Header("traceparent", "00-" + "d".repeat(32) + "-" + "e".repeat(16) + "-00"),
                        new Header("baggage", "a=b"));
        assertThat(of(Map.of()).continuedBy(within).lines().first("traceparent"))
                .isPresent();
    }

    private static TraceContext of(Map<String, List<String>> headers) {
        return TraceContext.of(name -> headers.getOrDefault(name, List.of()));
    }
}

package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.trace.SpanRef;
import dev.enfilade.bootstrap.trace.TraceContext;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

class PassableHeadersTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void usualHeadersStayTheVerySame() {
        HttpFields headers = HttpFields.build()
                .add("traceparent", PARENT)
                .add("tracestate", "a=b")
                .add("tracestate", "c=d")
                .asImmutable();

        assertThat(PassableHeaders.of(headers, TraceContext.of(headers::getValuesList)))
                .isSameAs(headers);
    }

    @Test
    void whatIsMalformedOrNobodysBusinessIsLeftOut() {
        HttpFields headers = HttpFields.build()
                .add("traceparent", "00-a")
                .add("tracestate", "a=b")
                .add("X-HTTP-Method-Override", "DELETE")
                .asImmutable();

        assertThat(PassableHeaders.of(headers, TraceContext.of(headers::getValuesList)))
                .isEmpty();
    }

    @Test
    void spanThatStandsBetweenTakesThePlaceOfTheClients() {
        SpanRef span = new SpanRef("0af7651916cd43dd8448eb211c80319c", "c".repeat(16), true);
        HttpFields headers = HttpFields.build().add("Traceparent", PARENT).asImmutable();

        for (HttpFields asked : new HttpFields[] {headers, HttpFields.EMPTY}) {
            HttpFields passable = PassableHeaders.of(
                    asked, TraceContext.of(asked::getValuesList).continuedBy(span));

            assertThat(passable.getValuesList("traceparent"))
                    .containsExactly("00-0af7651916cd43dd8448eb211c80319c-" + "c".repeat(16) + "-01");
        }
    }
}

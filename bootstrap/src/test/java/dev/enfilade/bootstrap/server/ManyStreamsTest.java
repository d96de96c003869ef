package dev.enfilade.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ManyStreamsTest {

    private static final int STREAMS = 2000;

    private final Semaphore open = new Semaphore(0);
    private final Semaphore go = new Semaphore(0);

    @Test
    void twoThousandStreamsAreOpenAtOnceAndTheServerStillAnswers() throws Exception {
        try (TestServer server = new TestServer(it -> it.ollama.post("/api/chat", this::stream))) {
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                clients.add(server.connect().post("/api/chat", "{" + i + "}"));
            }
            open.acquire(STREAMS);

            try (RawClient client = server.connect()) {
                assertThat(client.get("/livez").answer().body()).isEqualTo("ok");
            }

            go.release(STREAMS);
            for (int i = 0; i < STREAMS; i++) {
                assertThat(clients.get(i).answer().body()).isEqualTo("{" + i + "}\nend\n");
                clients.get(i).close();
            }
        }
    }

    @Test
    void twoThousandIdleConnectionsKeepNobodyOut() throws Exception {
        try (TestServer server = new TestServer(_ -> {})) {
            List<RawClient> idle = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                idle.add(server.connect().get("/livez"));
                assertThat(idle.getLast().answer().status()).isEqualTo(200);
            }

            try (RawClient client = server.connect()) {
                assertThat(client.get("/livez").answer().body()).isEqualTo("ok");
            }
            for (RawClient client : idle) {
                assertThat(client.get("/livez").answer().body()).isEqualTo("ok");
                client.close();
            }
        }
    }

    private void stream(Context ctx) throws IOException, InterruptedException {
        byte[] body = ctx.bodyInputStream().readAllBytes();
        TestSurface.stream(ctx, new String(body, StandardCharsets.UTF_8) + "\n");
        open.release();
        go.acquire();
        TestSurface.stream(ctx, "end\n");
    }
}

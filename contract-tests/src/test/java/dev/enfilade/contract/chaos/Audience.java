package dev.enfilade.contract.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.enfilade.contract.core.Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The client's side of a plan. */
final class Audience {

    /** A model whose backend may be silent for a short while only. */
    static final String HASTY = "hasty";
    /** A model whose backend may be silent for long: only the client's leaving ends a stall. */
    static final String PATIENT = "patient";

    private static final Duration BEFORE_LEAVING = Duration.ofMillis(50);

    private Audience() {}

    static Seen watch(InetSocketAddress server, Scene scene) throws IOException, InterruptedException {
        Plan plan = scene.plan();
        String model = plan.manner().stays() ? HASTY : PATIENT;
        String body = plan.face().ask(model, plan.streamed(), Stage.prompt(scene.tag()));
        try (Client client =
                Client.send(server, plan.asking().request(plan.face().path(), body))) {
            return switch (plan.manner()) {
                case READS_ALL -> read(client, plan);
                case READS_LATE -> {
                    scene.played().await(10, TimeUnit.SECONDS);
                    yield read(client, plan);
                }
                case HALF_CLOSES -> {
                    client.halfClose();
                    yield read(client, plan);
                }
                case LEAVES -> leave(client, plan);
                case RESETS -> {
                    Seen seen = leave(client, plan);
                    client.reset();
                    yield seen;
                }
            };
        }
    }

    private static Seen leave(Client client, Plan plan) {
        try {
            client.skip(plan.leaveAfter(), BEFORE_LEAVING);
        } catch (IOException e) {
            // As much as it wanted did not come: it leaves all the same.
        }
        return Seen.nothing();
    }

    private static Seen read(Client client, Plan plan) {
        try {
            client.head();
            if (plan.asking() == Asking.FOLLOWED_LATER) {
                client.send(Successor.REQUEST);
            }
        } catch (IOException e) {
            return Seen.nothing();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean proper = true;
        try {
            client.bodyInto(body);
        } catch (IOException e) {
            proper = false;
        }
        List<String> oddities = proper && plan.asking().isFollowed()
                ? Successor.oddity(client).stream().toList()
                : List.of();
        boolean events = client.header("Content-Type").orElse("").startsWith("text/event-stream");
        return Reading.of(plan, client.status(), proper, events, body.toString(UTF_8))
                .with(oddities);
    }
}

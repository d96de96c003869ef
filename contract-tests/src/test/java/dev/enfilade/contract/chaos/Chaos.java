package dev.enfilade.contract.chaos;

import dev.enfilade.contract.core.Backend;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Plays plans against a server, many at once, and gives those that did not end in the truth. */
final class Chaos {

    private static final int AT_ONCE = 128;
    /** What a busy machine may take to notice a client that left; the server itself would wait for five minutes. */
    private static final long PATIENCE_SECONDS = 20;

    private final InetSocketAddress server;
    private final Stage stage;
    private final AtomicInteger plays = new AtomicInteger();

    Chaos(InetSocketAddress server, Backend backend) {
        this.server = server;
        this.stage = new Stage(backend);
    }

    /** Plays plans 0 to count - 1. */
    List<Finding> run(int count, IntFunction<Plan> plans) throws InterruptedException {
        ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int index = i;
                places.acquire();
                clients.execute(() -> {
                    try {
                        play(index, plans.apply(index)).ifPresent(findings::add);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return List.copyOf(findings);
    }

    /** Plays one plan. */
    Optional<Finding> play(int index, Plan plan) {
        Scene scene = stage.enter(plan, Integer.toString(plays.incrementAndGet(), 36));
        try {
            Seen seen = Audience.watch(server, scene);
            List<String> complaints = new ArrayList<>(
                    Oracle.judge(plan, scene.tag(), seen, scene.entered().get()));
            if (!hasEnded(scene)) {
                complaints.add("I5: the backend still talks to a client that has left");
            }
            return complaints.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Finding(
                            index, plan, complaints, seen, scene.entered().get()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            return Optional.of(new Finding(
                    index,
                    plan,
                    List.of("I3: unreadable: " + e),
                    Seen.nothing(),
                    scene.entered().get()));
        } finally {
            stage.leave(scene);
        }
    }

    /** Waits until the backend has done with the plan. */
    private static boolean hasEnded(Scene scene) throws InterruptedException {
        return scene.left().tryAcquire(scene.entered().get(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}

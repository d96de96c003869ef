package dev.enfilade.bootstrap.policy;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.CallPolicy;
import dev.enfilade.bootstrap.logging.AccessNote;
import dev.enfilade.bootstrap.logging.RequestTelemetry;
import java.util.function.Consumer;

/** Notes on the request that the current thread handles that a call has come this far. */
final class Noted implements CallPolicy {

    private final Consumer<AccessNote> mark;
    private final CallPolicy next;

    Noted(Consumer<AccessNote> mark, CallPolicy next) {
        this.mark = mark;
        this.next = next;
    }

    @Override
    public <R> R call(Call<R> call) {
        if (RequestTelemetry.CURRENT.isBound()) {
            mark.accept(RequestTelemetry.CURRENT.get());
        }
        return next.call(call);
    }
}

package dev.enfilade.bootstrap.policy;

import dev.enfilade.application.policy.Call;
import dev.enfilade.application.policy.CallPolicy;

/** Lets only so many calls go on at once; a call has its place until its answer is closed. */
final class Bulkhead implements CallPolicy {

    private final Places places;
    private final CallPolicy next;

    Bulkhead(Places places, CallPolicy next) {
        this.places = places;
        this.next = next;
    }

    @Override
    public <R> R call(Call<R> call) {
        places.take();
        R answer;
        try {
            answer = next.call(call);
        } catch (RuntimeException | Error failed) {
            places.giveBack();
            throw failed;
        }
        return call.shape().afterwards(answer, places::giveBack);
    }
}

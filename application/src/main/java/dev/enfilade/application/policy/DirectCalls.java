package dev.enfilade.application.policy;

/** The end of every stack of policies, and a stack without any: makes the call by its first way. */
public final class DirectCalls implements CallPolicy {

    @Override
    public <R> R call(Call<R> call) {
        return call.first().work().get();
    }
}

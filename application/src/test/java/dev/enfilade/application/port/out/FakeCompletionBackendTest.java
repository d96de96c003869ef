package dev.enfilade.application.port.out;

final class FakeCompletionBackendTest implements CompletionBackendContract {

    @Override
    public Stage<CompletionBackend> stage(Cue... script) {
        return FakeCompletionBackend.playing(script);
    }
}

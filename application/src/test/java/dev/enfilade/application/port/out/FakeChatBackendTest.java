package dev.enfilade.application.port.out;

final class FakeChatBackendTest implements ChatBackendContract {

    @Override
    public Stage<ChatBackend> stage(Cue... script) {
        return FakeChatBackend.playing(script);
    }
}

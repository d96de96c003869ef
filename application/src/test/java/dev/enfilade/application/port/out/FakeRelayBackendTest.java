package dev.enfilade.application.port.out;

final class FakeRelayBackendTest implements RelayBackendContract {

    @Override
    public Stage<RelayBackend> relaying(RelayScript script) {
        return FakeRelayBackend.relaying(script);
    }

    @Override
    public Stage<RelayBackend> silent() {
        return FakeRelayBackend.silent();
    }
}

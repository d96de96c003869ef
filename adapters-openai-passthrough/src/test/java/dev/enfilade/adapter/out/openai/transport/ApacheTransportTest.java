package dev.enfilade.adapter.out.openai.transport;

import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;

class ApacheTransportTest
        implements ExchangeContract, FaultContract, FramingContract, CancelContract, TimeLimitContract, LoadContract {

    @Override
    public Transport transport(Timeouts timeouts, LongSupplier nanoTime) {
        return new ApacheTransport(timeouts, (SSLSocketFactory) SSLSocketFactory.getDefault(), nanoTime);
    }
}

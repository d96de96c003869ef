package dev.enfilade.adapter.out.openai.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** How connections are made and kept. */
final class ConnectionPool {

    /** No bound of its own: how much goes on at once is decided in front of the gateway. */
    private static final int MOST_CONNECTIONS = 100_000;

    /** Uvicorn closes after 5 s; a connection that closes while a request is on its way fails the request. */
    private static final TimeValue KEEP_ALIVE_HTTP = TimeValue.ofSeconds(4);

    private static final TimeValue KEEP_ALIVE_HTTPS = TimeValue.ofSeconds(60);

    /** Small buffers, since thousands of streams are open at once; long lines only cost what they are long. */
    private static final Http1Config HTTP1 = Http1Config.custom()
            .setBufferSize(2 << 10)
            .setMaxLineLength(128 << 10)
            .setMaxHeaderCount(1_000)
            .build();

    /** Time limits span many reads and so are none of the socket's. */
    private static final SocketConfig SOCKET = SocketConfig.custom()
            .setSoTimeout(Timeout.DISABLED)
            .setTcpNoDelay(true)
            .setSoKeepAlive(true)
            .build();

    private static final ConnectionConfig CONNECTION = ConnectionConfig.custom()
            .setConnectTimeout(Timeout.DISABLED)
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build();

    private ConnectionPool() {}

    static PoolingHttpClientConnectionManager over(SSLSocketFactory tls, Duration connectLimit) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> new BackendConnection(HTTP1))
                .setDnsResolver(new NameLookup(InetAddress::getAllByName, connectLimit))
                .setTlsSocketStrategy((socket, host, port, attachment, context) -> {
                    Handshakes.begin(context);
                    return secured(tls, socket, host, port);
                })
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setDefaultSocketConfig(SOCKET)
                .setDefaultConnectionConfig(CONNECTION)
                .build();
    }

    static TimeValue keepAlive(String scheme) {
        return scheme.equals("https") ? KEEP_ALIVE_HTTPS : KEEP_ALIVE_HTTP;
    }

    /** The JDK checks the chain; that the name is checked as well has to be asked for. */
    private static SSLSocket secured(SSLSocketFactory tls, Socket socket, String host, int port) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}

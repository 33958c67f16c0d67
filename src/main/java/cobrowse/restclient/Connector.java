package cobrowse.restclient;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.RecomputeFieldValue;
import com.oracle.svm.core.annotate.RecomputeFieldValue.Kind;
import com.oracle.svm.core.annotate.TargetClass;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.proxy.ProxyHandler;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * How Vert.x opens connections: by itself it looks names up on its event loop, which a slow name server would hold up, and
 * tries a host's first address alone. Here a name is looked up beside it, for each connection that is made, and the address
 * is taken that failed longest ago, if any did. While there are others, it has little time, and its failure makes
 * {@link Calls} try another one at once.
 */
public final class Connector extends JDKTransport implements VertxServiceProvider {
    private static final int PATIENCE_MILLIS = 300;
    /** What has failed since then is not tried again while a request waits. */
    private static final long ROUND_MILLIS = 2_000;

    private static final long MAX_MILLIS_KNOWN = 30_000;

    /** By the wall clock, which goes on while Lambda has frozen the container. */
    private final Map<InetAddress, Long> failedAt = new ConcurrentHashMap<>();

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(List<InetAddress> addresses, long at) {}

    /** A host's name and a port; Netty's resolver would look up what is called unresolved. */
    private static final class Name extends InetSocketAddress {
        Name(String host, int port) throws UnknownHostException {
            super(InetAddress.getByAddress(host, new byte[4]), port);
        }
    }

    /** Another address of the host has not been tried. */
    static final class OtherAddress extends ConnectException {
        OtherAddress(Throwable cause) {
            super("One address of several");
            initCause(cause);
        }
    }

    /** Not the proxy's, which Vert.x looks up. */
    static final class NoSuchHost extends UnknownHostException {
        NoSuchHost(Throwable cause) {
            initCause(cause);
        }
    }

    /** The proxy itself was not reached, for the reason that is the cause. */
    static final class ConnectionToProxyFailed extends ConnectException {
        ConnectionToProxyFailed(Throwable cause) {
            super("No connection to the proxy");
            initCause(cause);
        }
    }

    /** The JDK keeps look-ups for 30 s, failed ones for 10, and does not know how long they are good for. */
    @TargetClass(className = "sun.net.InetAddressCachePolicy")
    static final class LookUpCache {
        @Alias
        @RecomputeFieldValue(kind = Kind.FromAlias)
        private static int cachePolicy = 1;

        @Alias
        @RecomputeFieldValue(kind = Kind.FromAlias)
        private static int negativeCachePolicy = 0;
    }

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(this);
    }

    @Override
    public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
        var converted = (InetSocketAddress) super.convert(address);
        try {
            return converted.isUnresolved() ? new Name(converted.getHostString(), converted.getPort()) : converted;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return () -> {
            var channel = new NioSocketChannel();
            channel.pipeline().addLast(new Connecting());
            return channel;
        };
    }

    private final class Connecting extends ChannelOutboundHandlerAdapter {
        @Override
        public void connect(
                ChannelHandlerContext ctx, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
            if (ctx.pipeline().get(ProxyHandler.class) != null) {
                var toProxy = ctx.newPromise();
                toProxy.addListener(done -> settle(promise, done.cause(), ConnectionToProxyFailed::new));
                ctx.connect(remote, local, toProxy);
            } else if (remote instanceof Name name) {
                Infrastructure.getDefaultExecutor().execute(() -> connect(ctx, name, promise));
            } else {
                ctx.connect(remote, local, promise);
            }
        }

        private void connect(ChannelHandlerContext ctx, Name name, ChannelPromise promise) {
            try {
                var addresses = lookUp(name.getHostString());
                ctx.executor().execute(() -> connect(ctx, addresses, name.getPort(), promise));
            } catch (UnknownHostException e) {
                promise.tryFailure(new NoSuchHost(e));
            }
        }

        private void connect(ChannelHandlerContext ctx, List<InetAddress> addresses, int port, ChannelPromise promise) {
            var address = Collections.min(addresses, Comparator.comparing(Connector.this::failedAt));
            var since = System.currentTimeMillis() - ROUND_MILLIS;
            var hasOthers = addresses.stream().anyMatch(other -> !other.equals(address) && failedAt(other) < since);
            if (hasOthers) {
                ctx.channel().config().setConnectTimeoutMillis(PATIENCE_MILLIS);
            }
            var attempt = ctx.newPromise();
            attempt.addListener(done -> {
                if (done.isSuccess()) {
                    failedAt.remove(address);
                } else {
                    failedAt.put(address, System.currentTimeMillis());
                }
                settle(promise, done.cause(), hasOthers ? OtherAddress::new : Function.identity());
            });
            ctx.connect(new InetSocketAddress(address, port), attempt);
        }

        private static void settle(
                ChannelPromise promise, Throwable failure, Function<Throwable, Throwable> explanation) {
            if (failure == null) {
                promise.trySuccess();
            } else {
                promise.tryFailure(explanation.apply(failure));
            }
        }
    }

    private long failedAt(InetAddress address) {
        return failedAt.getOrDefault(address, 0L);
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        var now = System.currentTimeMillis();
        try {
            var addresses = List.of(InetAddress.getAllByName(host));
            known.put(host, new Known(addresses, now));
            return addresses;
        } catch (UnknownHostException e) {
            var last = known.get(host);
            if (last == null || now - last.at > MAX_MILLIS_KNOWN) {
                throw e;
            }
            return last.addresses;
        }
    }
}

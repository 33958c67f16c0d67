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
    private final Map<SocketAddress, Long> failedAt = new ConcurrentHashMap<>();

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(List<InetAddress> addresses, long at) {}

    /** There is no connection, for the reason that is the cause. */
    static final class NoConnection extends ConnectException {
        final boolean toProxy;

        /** Whether another address of the host has not been tried. */
        final boolean hasOthers;

        NoConnection(Throwable cause, boolean toProxy, boolean hasOthers) {
            super("No connection");
            initCause(cause);
            this.toProxy = toProxy;
            this.hasOthers = hasOthers;
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

    /** A name gets an address that stands for none: Netty would look up what has no address. */
    @Override
    public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
        var converted = (InetSocketAddress) super.convert(address);
        try {
            return converted.isUnresolved()
                    ? new InetSocketAddress(
                            InetAddress.getByAddress(converted.getHostString(), new byte[4]), converted.getPort())
                    : converted;
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
            var toProxy = ctx.pipeline().get(ProxyHandler.class) != null;
            if (!toProxy
                    && remote instanceof InetSocketAddress name
                    && name.getAddress().isAnyLocalAddress()) {
                Infrastructure.getDefaultExecutor().execute(() -> lookUp(ctx, name, promise));
            } else {
                connect(ctx, remote, toProxy, false, promise);
            }
        }

        private void lookUp(ChannelHandlerContext ctx, InetSocketAddress name, ChannelPromise promise) {
            var host = name.getHostString();
            var now = System.currentTimeMillis();
            try {
                known.put(host, new Known(List.of(InetAddress.getAllByName(host)), now));
            } catch (UnknownHostException e) {
                if (!known.containsKey(host) || now - known.get(host).at > MAX_MILLIS_KNOWN) {
                    promise.tryFailure(new NoConnection(e, false, false));
                    return;
                }
            }
            var addresses = known.get(host).addresses.stream()
                    .map(address -> new InetSocketAddress(address, name.getPort()))
                    .toList();
            ctx.executor().execute(() -> connect(ctx, addresses, promise));
        }

        private void connect(ChannelHandlerContext ctx, List<InetSocketAddress> addresses, ChannelPromise promise) {
            var next = Collections.min(addresses, Comparator.comparing(Connector.this::failedAt));
            var since = System.currentTimeMillis() - ROUND_MILLIS;
            var hasOthers = addresses.stream().anyMatch(other -> !other.equals(next) && failedAt(other) < since);
            if (hasOthers) {
                ctx.channel().config().setConnectTimeoutMillis(PATIENCE_MILLIS);
            }
            connect(ctx, next, false, hasOthers, promise);
        }

        private void connect(
                ChannelHandlerContext ctx,
                SocketAddress address,
                boolean toProxy,
                boolean hasOthers,
                ChannelPromise promise) {
            var attempt = ctx.newPromise().addListener(done -> {
                if (done.isSuccess()) {
                    failedAt.remove(address);
                    promise.trySuccess();
                } else {
                    failedAt.put(address, System.currentTimeMillis());
                    promise.tryFailure(new NoConnection(done.cause(), toProxy, hasOthers));
                }
            });
            ctx.connect(address, attempt);
        }
    }

    private long failedAt(SocketAddress address) {
        return failedAt.getOrDefault(address, 0L);
    }
}

package cobrowse.restclient;

import static io.netty.handler.codec.http.HttpResponseStatus.SWITCHING_PROTOCOLS;

import cobrowse.restclient.ConnectionGuard.CutShort;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Keeps a connection to one exchange at a time. There is a codec, a new one, only from a request to the end of its final
 * response: what else arrives is not decoded but seen as bytes, belongs to no request, and ends the connection. That end is
 * held back until everything that has arrived with it was looked at. Vert.x would give what follows a response, or the
 * final response after an interim one, to the next request on the connection.
 */
final class OneExchange extends ChannelDuplexHandler {
    private static final String CODEC = "codec";
    private static final int MAX_HEAD_BYTES = 64 * 1024;
    private static final int MAX_CHUNK_BYTES = 8 * 1024;

    private enum State {
        IDLE,
        BEGUN,
        INTERIM,
        ENDED
    }

    private State state = State.IDLE;
    private ChannelPromise written;
    private HttpResponse response;
    private LastHttpContent end;
    private boolean surplus;
    /** When the connection was made, or last received a response; by the wall clock, which goes on while frozen. */
    private long aliveAt = System.currentTimeMillis();

    private OneExchange() {}

    /** Watches over a connection of Vert.x', from before its first request. */
    static OneExchange on(Channel channel) {
        if (channel.pipeline().get(OneExchange.class) == null) {
            channel.pipeline().addBefore("handler", "one-exchange", new OneExchange());
        }
        return channel.pipeline().get(OneExchange.class);
    }

    long idleMillis() {
        return System.currentTimeMillis() - aliveAt;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ctx.pipeline().remove(CODEC);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        written = promise.unvoid();
        if (message instanceof HttpRequest) {
            state = State.BEGUN;
            ctx.pipeline()
                    .addBefore(ctx.name(), CODEC, new HttpClientCodec(MAX_HEAD_BYTES, MAX_HEAD_BYTES, MAX_CHUNK_BYTES));
        }
        ctx.write(message, written);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (state == State.IDLE || state == State.ENDED) {
            ReferenceCountUtil.release(message);
            surplus = true;
            if (state == State.IDLE) {
                ctx.close();
            }
        } else if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
            state = State.IDLE;
            if (part.decoderResult().cause() instanceof TooLongFrameException) {
                ctx.fireExceptionCaught(new CutShort("The head is longer than " + MAX_HEAD_BYTES + " bytes"));
            } else {
                ctx.fireChannelRead(part);
            }
        } else if (message instanceof HttpResponse head && head.status().equals(SWITCHING_PROTOCOLS)) {
            state = State.IDLE;
            ctx.fireExceptionCaught(new CutShort("Another protocol than HTTP was chosen"));
        } else if (message instanceof HttpResponse head && head.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            // RFC 9110, 15.2: passed over, whatever it says.
            state = State.INTERIM;
        } else if (state == State.INTERIM) {
            state = message instanceof LastHttpContent ? State.BEGUN : State.INTERIM;
        } else if (message instanceof LastHttpContent last) {
            state = State.ENDED;
            end = last;
        } else {
            if (message instanceof HttpResponse head) {
                response = head;
                aliveAt = System.currentTimeMillis();
            }
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (end != null) {
            var last = end;
            end = null;
            // Fires what it has not decoded.
            ctx.pipeline().remove(CODEC);
            if (surplus || !written.isSuccess() || !response.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
            state = State.IDLE;
            ctx.fireChannelRead(last);
        }
        ctx.fireChannelReadComplete();
    }
}

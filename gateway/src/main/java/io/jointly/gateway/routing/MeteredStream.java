package io.jointly.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body on its way through: counted, held to a limit, and reporting that it moves. */
final class MeteredStream implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable moved;
    private Runnable whenSourceFails;
    private Handler<Throwable> onFailure = failure -> {};
    private long bytes;
    private boolean tooLarge;
    private boolean held;
    private boolean ended;

    MeteredStream(ReadStream<Buffer> source, long limit, Runnable moved) {
        this.source = source;
        this.limit = limit;
        this.moved = moved;
    }

    /** Whether the next bytes are up to the source, and not to a reader that takes no more. */
    boolean isWaitingForSource() {
        return !ended && !held;
    }

    /** Deals with a source that breaks off, instead of whoever reads this stream. */
    void onSourceFailure(Runnable instead) {
        whenSourceFails = instead;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    @Override
    public MeteredStream handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : chunk -> count(chunk, handler));
        return this;
    }

    private void count(Buffer chunk, Handler<Buffer> handler) {
        if (tooLarge) {
            return;
        }
        moved.run();
        bytes += chunk.length();
        if (bytes > limit) {
            tooLarge = true;
            onFailure.handle(new IllegalStateException("the body is larger than " + limit));
            return;
        }
        handler.handle(chunk);
    }

    @Override
    public MeteredStream exceptionHandler(Handler<Throwable> handler) {
        if (handler != null) {
            onFailure = handler;
        }
        source.exceptionHandler(
                whenSourceFails == null ? handler : failure -> whenSourceFails.run());
        return this;
    }

    @Override
    public MeteredStream endHandler(Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            ended = true;
                            moved.run();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public MeteredStream pause() {
        held = true;
        source.pause();
        return this;
    }

    @Override
    public MeteredStream resume() {
        held = false;
        source.resume();
        return this;
    }

    @Override
    public MeteredStream fetch(long amount) {
        held = false;
        source.fetch(amount);
        return this;
    }
}

package io.jointly.local.command;

import io.jointly.local.process.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Progress for a person: on a terminal one line that counts the seconds, elsewhere a line now and
 * then. What is done within a second is only mentioned when it has a closing word.
 */
final class Console implements Progress {
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final int TICKS_BETWEEN_LINES = 5;
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean live;
    private final List<Running> running = new ArrayList<>();
    private int ticks;

    Console(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
        var ticker = new Thread(this::tickForever, "jointly-progress");
        ticker.setDaemon(true);
        ticker.start();
    }

    /** On standard output; live only where somebody looks at it. */
    static Console standard() {
        return new Console(System.out, System.console() != null);
    }

    @Override
    public synchronized Task begin(String what) {
        var task = new Running(what);
        running.add(task);
        return task;
    }

    @Override
    public synchronized void say(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    private void tickForever() {
        try {
            while (true) {
                Thread.sleep(QUIET.toMillis());
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tick() {
        var slow = running.stream().filter(Running::isSlow).toList();
        ticks = slow.isEmpty() ? 0 : ticks + 1;
        if (slow.isEmpty()) {
            return;
        }
        var line = slow.stream().map(Running::now).collect(Collectors.joining("; "));
        if (live) {
            clear();
            out.print("  " + line);
            out.flush();
        } else if (ticks % TICKS_BETWEEN_LINES == 1) {
            out.println("  " + line);
            out.flush();
        }
    }

    private void clear() {
        if (live) {
            out.print(CLEAR_LINE);
        }
    }

    private final class Running implements Task {
        private final String what;
        private final long begun = System.nanoTime();
        private String detail = "";

        Running(String what) {
            this.what = what;
        }

        @Override
        public void detail(String text) {
            synchronized (Console.this) {
                detail = text;
            }
        }

        @Override
        public void done(String closing) {
            synchronized (Console.this) {
                if (running.remove(this)) {
                    say("  %s (%.1f s)".formatted(closing, elapsed().toMillis() / 1000.0));
                }
            }
        }

        @Override
        public void drop() {
            synchronized (Console.this) {
                running.remove(this);
                clear();
            }
        }

        private boolean isSlow() {
            return elapsed().compareTo(QUIET) >= 0;
        }

        private String now() {
            var seconds = elapsed().toSeconds() + " s";
            return what + (detail.isEmpty() ? "" : ": " + detail) + ", " + seconds;
        }

        private Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}

package io.jointly.local.sample;

import io.jointly.local.sample.FlowRecipe.Bounce;
import io.jointly.local.sample.FlowRecipe.Carrier;
import io.jointly.local.sample.FlowRecipe.Step;
import io.jointly.local.sample.FlowRecipe.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Makes the events of a stream after a recipe, up to a moment: what lies after it has not happened
 * yet, so the latest work is still open. The same recipe and moment give the same events.
 */
final class FlowGenerator {
    /** How far waits and working times scatter around their median; 0.7 looks like real logs. */
    private static final double SPREAD = 0.7;

    /** Mondays find the work of the weekend. */
    private static final double MONDAY_LOAD = 1.4;

    private final FlowRecipe recipe;
    private final Instant now;
    private final Instant begin;
    private final Map<String, ZoneId> zones;
    private final Random random;
    private final List<SampleEvent> events = new ArrayList<>();

    private FlowGenerator(FlowRecipe recipe, Instant now, Map<String, ZoneId> zones) {
        this.recipe = recipe;
        this.now = now;
        this.begin = now.minus(Duration.ofDays(recipe.days()));
        this.zones = zones;
        this.random = new Random(recipe.seed());
    }

    /**
     * The events in order of time.
     *
     * @param zones time zone of each department
     */
    static List<SampleEvent> events(FlowRecipe recipe, Instant now, Map<String, ZoneId> zones) {
        var generator = new FlowGenerator(recipe, now, zones);
        generator.run();
        return generator.events;
    }

    private void run() {
        var number = 1;
        var last = now.atZone(ZoneOffset.UTC).toLocalDate();
        for (var day = begin.atZone(ZoneOffset.UTC).toLocalDate();
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (var left = arrivals(day); left > 0; left--) {
                new Item("%s-%04d".formatted(recipe.prefix(), number++), day).live();
            }
        }
        events.sort(Comparator.comparing(SampleEvent::occurredAt));
    }

    private int arrivals(LocalDate day) {
        if (!WorkingHours.isWorkingDay(day)) {
            return 0;
        }
        var usual = recipe.types().stream().mapToDouble(Type::share).sum();
        var load =
                recipe.types().stream()
                                .mapToDouble(type -> type.weightIn(day.getMonthValue()))
                                .sum()
                        / usual;
        return poisson(recipe.perWorkingDay() * load);
    }

    private int poisson(double mean) {
        var limit = StrictMath.exp(-mean);
        var count = 0;
        for (var product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private double around(double median) {
        return median * StrictMath.exp(SPREAD * random.nextGaussian());
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T choose(List<T> from, ToDoubleFunction<T> weight) {
        var left = random.nextDouble() * from.stream().mapToDouble(weight).sum();
        for (var one : from) {
            left -= weight.applyAsDouble(one);
            if (left < 0) {
                return one;
            }
        }
        return from.get(from.size() - 1);
    }

    /** One work item on its way. */
    private final class Item {
        private final String name;
        private final String type;
        private final Map<String, String> attributes = new TreeMap<>();
        private final Map<String, Carrier> carrierOf = new TreeMap<>();
        private Instant clock;
        private Carrier carrier;
        private String actor;
        private double worked;
        private int written;

        Item(String name, LocalDate day) {
            this.name = name;
            this.type = choose(recipe.types(), t -> t.weightIn(day.getMonthValue())).name();
            recipe.attributes()
                    .forEach((key, values) -> attributes.put(key, choose(values, value -> 1)));
            this.clock = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        void live() {
            var steps =
                    recipe.steps().stream()
                            .filter(step -> step.share() >= 1 || chance(step.share()))
                            .toList();
            take(steps.get(0));
            clock = hours().after(clock, random.nextDouble() * WorkingHours.HOURS_A_DAY);
            write("Received", steps.get(0).waiting());
            for (var i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                carry(step);
                if (i == steps.size() - 1) {
                    write(step.name() + " finished", FlowRecipe.DONE);
                } else if (i > 0 && chance(recipe.withdrawn() / (steps.size() - 2))) {
                    write("Withdrawn", FlowRecipe.WITHDRAWN);
                    return;
                } else {
                    write(step.name() + " finished", steps.get(i + 1).waiting());
                }
            }
        }

        private void carry(Step step) {
            take(step);
            waitFor(step.queue() * growth(step));
            write(step.name() + " started", step.name());
            for (var bounce : recipe.bounces()) {
                if (bounce.from().equals(step.name()) && carrierOf.containsKey(bounce.to())) {
                    bounce(step, bounce);
                }
            }
            work(step.work());
        }

        private void bounce(Step step, Bounce bounce) {
            for (var odds = bounce.probability(); chance(odds * left()); odds = bounce.again()) {
                work(step.work() / 4);
                write("Sent back", FlowRecipe.RETURNED);
                take(carrierOf.get(bounce.to()));
                waitFor(bounce.queue());
                write("Details asked for", FlowRecipe.CORRECTING);
                work(bounce.work());
                write("Details added", step.waiting());
                take(carrierOf.get(step.name()));
                waitFor(step.queue() / 2);
                write(step.name() + " started again", step.name());
            }
        }

        /** Part of the bounces that is left at this time. */
        private double left() {
            var settled = now.minus(Duration.ofDays(recipe.bouncesSettledDaysAgo()));
            return clock.isBefore(settled) ? 1 : recipe.bouncesLeft();
        }

        private double growth(Step step) {
            var passed = (double) Duration.between(begin, clock).toHours() / (recipe.days() * 24);
            return 1 + (step.queueGrowth() - 1) * Math.min(1, Math.max(0, passed));
        }

        private void take(Step step) {
            take(
                    carrierOf.computeIfAbsent(
                            step.name(), any -> choose(step.carriers(), Carrier::share)));
        }

        private void take(Carrier next) {
            if (next != carrier) {
                carrier = next;
                actor = actorName(next.team(), 1 + random.nextInt(next.people()));
            }
        }

        private void waitFor(double median) {
            var monday = clock.atZone(zone()).getDayOfWeek() == java.time.DayOfWeek.MONDAY;
            clock = hours().after(clock, around(monday ? median * MONDAY_LOAD : median));
        }

        private void work(double median) {
            var time = around(median);
            worked += time;
            clock = hours().after(clock, time);
        }

        private WorkingHours hours() {
            return new WorkingHours(zone());
        }

        private ZoneId zone() {
            return zones.get(carrier.department());
        }

        private void write(String activity, String state) {
            written++;
            if (clock.isAfter(now)) {
                return;
            }
            events.add(
                    new SampleEvent(
                            name,
                            name + "/" + written,
                            clock,
                            activity,
                            state,
                            carrier.department(),
                            carrier.team(),
                            actor,
                            type,
                            worked <= recipe.serviceLevel(),
                            attributes));
        }
    }

    private static String actorName(String team, int number) {
        return team.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "-" + number;
    }
}

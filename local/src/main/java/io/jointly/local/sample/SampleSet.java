package io.jointly.local.sample;

import io.jointly.local.process.Progress;
import io.jointly.local.sample.Act.Chapter;
import io.jointly.local.workspace.LocalProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sample organisation, loaded through the public API on the first start.
 *
 * <p>Everything has a key of its own, so a load that was interrupted goes on where it stopped, and
 * a second one changes nothing. Days count from the moment at which the load first began.
 */
public final class SampleSet {
    private static final String DEPARTMENTS = "departments.json";

    /**
     * The services remember for two days what they answered; after that, acts would be done twice.
     */
    private static final Duration RESUMABLE = Duration.ofHours(40);

    private final ApiClient api;
    private final Progress progress;
    private final Chapter departments = SampleFiles.chapter(DEPARTMENTS);

    private SampleSet(ApiClient api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    /** Loads the sample set of this build; answers whether it is there now. */
    public static boolean load(ApiClient api, Progress progress) {
        new SampleSet(api, progress).load();
        return true;
    }

    private void load() {
        var begun = begin();
        if (begun.isBefore(Instant.now().minus(RESUMABLE))) {
            progress.say(
                    "  There are departments since %s already, so the sample set was left as it is."
                            .formatted(begun.truncatedTo(ChronoUnit.SECONDS)));
            return;
        }
        var placeholders = new Placeholders(begun.atZone(ZoneOffset.UTC).toLocalDate());
        var flow = new FlowLoader(api, begun, timeZones());
        for (var step : SampleFiles.index().steps()) {
            var task = progress.begin("sample set");
            try {
                if (step.acts() != null) {
                    var chapter = SampleFiles.chapter(step.acts());
                    task.detail(chapter.what());
                    play(step.acts(), chapter, placeholders);
                    task.done("sample set: " + chapter.what());
                } else {
                    task.detail("events of work");
                    task.done("sample set: %,d events of work".formatted(flow.load(step.events())));
                }
            } finally {
                task.drop();
            }
        }
    }

    /** Adds the first department; it tells when this, or an earlier load, began. */
    private Instant begin() {
        var task = progress.begin("sample set: signing in");
        try {
            signIn();
            var first = departments.acts().get(0);
            var path = departments.post() + "/" + first.body().path("code").asText();
            if (api.find(departments.by(), path).isEmpty()) {
                var chapter =
                        new Chapter(
                                departments.what(),
                                departments.post(),
                                departments.by(),
                                List.of(first));
                play(DEPARTMENTS, chapter, new Placeholders(LocalDate.now(ZoneOffset.UTC)));
            }
            return api.find(departments.by(), path)
                    .map(view -> Instant.parse(view.path("createdAt").asText()))
                    .orElseThrow(() -> new LocalProblem("There is no %s.".formatted(path)));
        } finally {
            task.drop();
        }
    }

    private void signIn() {
        SampleFiles.index().steps().stream()
                .filter(step -> step.acts() != null)
                .map(step -> SampleFiles.chapter(step.acts()))
                .flatMap(chapter -> Stream.concat(Stream.of(chapter.by()), users(chapter.acts())))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())
                .parallelStream()
                .forEach(api::signIn);
    }

    private static Stream<String> users(List<Act> acts) {
        return acts.stream()
                .flatMap(act -> Stream.concat(Stream.ofNullable(act.by()), users(act.then())));
    }

    private void play(String file, Chapter chapter, Placeholders placeholders) {
        for (var i = 0; i < chapter.acts().size(); i++) {
            var act = chapter.acts().get(i);
            var key = file.replace(".json", "/") + (act.key() == null ? i : act.key());
            play(act, chapter.by(), chapter.post(), key, placeholders);
        }
    }

    /**
     * @param under the address above the act's own, unless that is a whole one
     */
    private void play(Act act, String user, String under, String key, Placeholders placeholders) {
        var actor = Optional.ofNullable(act.by()).orElse(user);
        if (act.put() != null) {
            api.putFirst(actor, placeholders.fill(act.put()), placeholders.fill(act.body()));
            return;
        }
        var path = placeholders.fill(act.addressUnder(under));
        var created = api.post(actor, path, "sample/" + key, placeholders.fill(act.body()));
        created.filter(address -> act.key() != null)
                .ifPresent(address -> placeholders.know(act.key(), reference(address)));
        for (var i = 0; i < act.then().size(); i++) {
            play(act.then().get(i), actor, created.orElse(under), key + "/" + i, placeholders);
        }
    }

    private static String reference(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** The time zone of each department. */
    static Map<String, ZoneId> timeZones() {
        return SampleFiles.chapter(DEPARTMENTS).acts().stream()
                .map(Act::body)
                .collect(
                        Collectors.toMap(
                                body -> body.path("code").asText(),
                                body -> ZoneId.of(body.path("timeZone").asText())));
    }
}

package io.jointly.catalog.eventlog;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a XES log (IEEE 1849-2016) as it streams by: one event, and the attributes of its trace,
 * are held at a time. A document type is refused, and with it every entity but XML's own five.
 */
final class XesEvents implements EventReader {
    private static final long LONGEST_MARKUP = 1024 * 1024;
    private static final int MOST_FOREIGN = 100_000;
    private static final Set<String> OWN_ELEMENTS = Set.of("trace", "event", "values");
    private static final int NOTED_KEYS = 200;
    private static final int NOTED_EVENTS = 1_000;
    private static final XMLInputFactory PARSERS = parsers();

    private final XesMapping mapping;
    private final XesObserver observer;

    XesEvents(FieldMapping mapping) {
        this(mapping, null);
    }

    /**
     * @param observer sees every attribute with its value; null when nobody looks
     */
    XesEvents(FieldMapping mapping, XesObserver observer) {
        this.mapping = new XesMapping(mapping);
        this.observer = observer;
    }

    /** Who wants to see what attributes a log has. */
    interface XesObserver {
        void saw(Map<String, String> trace, Map<String, String> event);
    }

    @Override
    public void readAll(InputStream in, EventSink sink) throws IOException {
        var guard = new XmlGuard(in, LONGEST_MARKUP);
        Log log = null;
        try {
            var xml = PARSERS.createXMLStreamReader(guard);
            log = new Log(xml, guard, sink);
            log.read();
        } catch (XMLStreamException e) {
            throw refusal(e, guard, log);
        } finally {
            if (log != null) {
                sink.columns(log.keys);
            }
        }
    }

    /** The body broke off, or is no XML; the first is for the caller to word. */
    private static RuntimeException refusal(XMLStreamException e, XmlGuard guard, Log log)
            throws IOException {
        // The parser takes a stream that breaks off for the end of the document.
        var broken = guard.broken() == null ? e.getNestedException() : guard.broken();
        if (broken instanceof CharConversionException
                || broken instanceof UnsupportedEncodingException) {
            return new BodyProblem.BrokenXes(
                    "its characters are not of the encoding that its first line says, or UTF-8");
        }
        if (broken instanceof IOException io) {
            throw io;
        }
        if (log != null && log.ended) {
            return new BodyProblem.BrokenXes(
                    "something follows after its end; a body holds one log");
        }
        var place = e.getLocation();
        return new BodyProblem.BrokenXes(
                "it is not well-formed XML"
                        + (place == null || place.getLineNumber() < 0
                                ? ""
                                : " (line %d, column %d)"
                                        .formatted(
                                                place.getLineNumber(), place.getColumnNumber())));
    }

    private static XMLInputFactory parsers() {
        var parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, false);
        parsers.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new BodyProblem.BrokenXes("it refers to something outside of itself");
                });
        return parsers;
    }

    /** One pass over a log. */
    private final class Log {
        private final XMLStreamReader xml;
        private final XmlGuard guard;
        private final EventSink sink;
        private final XesAttributes traceAttributes;
        private final XesAttributes eventAttributes;
        private final XesAttributes traceDefaults;
        private final XesAttributes eventDefaults;
        private final XesMapping.Levels levels;
        private final Set<String> keys = new LinkedHashSet<>();
        private long traces;
        private long events;
        private long eventsOfTrace;
        private long foreign;
        private boolean inLog;
        private boolean inTrace;
        private boolean ended;
        private LastOfTrace last;

        Log(XMLStreamReader xml, XmlGuard guard, EventSink sink) {
            this.xml = xml;
            this.guard = guard;
            this.sink = sink;
            traceAttributes = new XesAttributes(xml, this::next, key -> wants("trace:", key));
            eventAttributes = new XesAttributes(xml, this::next, key -> wants("", key));
            traceDefaults = new XesAttributes(xml, this::next, mapping::wants);
            eventDefaults = new XesAttributes(xml, this::next, mapping::wants);
            levels =
                    new XesMapping.Levels(
                            eventAttributes.values(),
                            traceAttributes.values(),
                            eventDefaults.values(),
                            traceDefaults.values());
        }

        private boolean wants(String prefix, String key) {
            if (events < NOTED_EVENTS && keys.size() < NOTED_KEYS) {
                keys.add(prefix + key);
            }
            return mapping.wants(key)
                    || (observer != null
                            && (prefix.isEmpty() ? eventAttributes : traceAttributes)
                                            .values()
                                            .size()
                                    < NOTED_KEYS);
        }

        private int next() throws XMLStreamException {
            var event = xml.next();
            guard.piece();
            if (event == XMLStreamConstants.DTD) {
                throw new BodyProblem.BrokenXes(
                        "it has a document type (DOCTYPE), which is not taken: entities could make it endless or reach for other files");
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("log")
                    && inLog) {
                throw new BodyProblem.BrokenXes("it has a log within a log");
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && isForeign()
                    && ++foreign > MOST_FOREIGN) {
                throw new BodyProblem.BrokenXes(
                        "it has more than %d elements that are none of XES"
                                .formatted(MOST_FOREIGN));
            }
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new BodyProblem.BrokenXes("it refers to an entity that is not XML's own");
            }
            return event;
        }

        /** The parser remembers each name that it ever met, so names of one's own are bounded. */
        private boolean isForeign() {
            var attributes = xml.getAttributeCount();
            var name = xml.getLocalName();
            if (XesAttributes.isAttribute(name)) {
                return attributes > 2
                        || (attributes > 0 && xml.getAttributeValue(null, "key") == null)
                        || (attributes == 2 && xml.getAttributeValue(null, "value") == null);
            }
            return attributes > 0 || !OWN_ELEMENTS.contains(name);
        }

        void read() throws XMLStreamException {
            var event = next();
            while (event != XMLStreamConstants.START_ELEMENT) {
                event = next();
            }
            if (!xml.getLocalName().equals("log")) {
                throw new BodyProblem.BrokenXes(
                        "its outermost element is '%s', not 'log'"
                                .formatted(cut(xml.getLocalName())));
            }
            inLog = true;
            for (event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(xml.getLocalName());
                }
            }
            ended = true;
            while (xml.hasNext()) {
                next();
            }
        }

        private void element(String name) throws XMLStreamException {
            switch (name) {
                case "trace" -> trace();
                case "event" -> outsideOfTraces();
                case "global" -> {
                    if (mapping.wantsGlobals()) {
                        var trace = "trace".equals(xml.getAttributeValue(null, "scope"));
                        defaults(trace ? traceDefaults : eventDefaults);
                    } else {
                        XesAttributes.skip(xml, this::next);
                    }
                }
                default -> XesAttributes.skip(xml, this::next);
            }
        }

        private void defaults(XesAttributes into) throws XMLStreamException {
            for (var event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    attributeOrSkip(into);
                }
            }
        }

        private void trace() throws XMLStreamException {
            traces++;
            inTrace = true;
            eventsOfTrace = 0;
            traceAttributes.clear();
            last = mapping.endState() == null ? null : new LastOfTrace(sink, mapping.endState());
            for (var event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("event")) {
                    event();
                } else {
                    attributeOrSkip(traceAttributes);
                }
            }
            if (last != null) {
                last.end();
                last = null;
            }
            inTrace = false;
        }

        private void outsideOfTraces() throws XMLStreamException {
            traceAttributes.clear();
            event();
        }

        private void event() throws XMLStreamException {
            events++;
            eventsOfTrace++;
            eventAttributes.clear();
            for (var event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    attributeOrSkip(eventAttributes);
                }
            }
            if (observer != null) {
                observer.saw(traceAttributes.values(), eventAttributes.values());
            }
            if (mapping.takes(levels)) {
                hand();
            }
        }

        private void hand() {
            try {
                var event = mapping.event(levels);
                if (last == null) {
                    sink.accept(events, event);
                } else {
                    last.accept(events, event);
                }
            } catch (Rejection e) {
                sink.reject(events, new Rejection(e.field(), reason(e) + place()));
            }
        }

        private String reason(Rejection e) {
            if (!"is missing".equals(e.getMessage())) {
                return e.getMessage();
            }
            return switch (e.field()) {
                case "workItem" ->
                        inTrace
                                ? "is missing: the trace has no name before this event"
                                : "is missing: the event stands outside of any trace";
                case "occurredAt" ->
                        "is missing: the event has no '%s'".formatted(mapping.timeKey());
                default -> e.getMessage();
            };
        }

        private String place() {
            if (!inTrace) {
                return " (outside of any trace)";
            }
            var item = mapping.itemOf(levels);
            return " (trace %d%s, event %d)"
                    .formatted(traces, item == null ? "" : " '" + cut(item) + "'", eventsOfTrace);
        }

        private void attributeOrSkip(XesAttributes into) throws XMLStreamException {
            if (XesAttributes.isAttribute(xml.getLocalName())) {
                into.read();
            } else {
                XesAttributes.skip(xml, this::next);
            }
        }
    }

    private static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}

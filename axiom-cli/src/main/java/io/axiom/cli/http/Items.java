package io.axiom.cli.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Answers that are lists: {@code {"items": […], "next": …}}, or a bare array. */
public final class Items {
    private static final int MOST_PAGES = 20;

    private Items() {}

    /** Every page of a list that is short by nature. */
    public static JsonNode all(Api api, Resource resource) {
        String first = resource.toString();
        JsonNode page = api.get(Resource.raw(first).with("limit", 500));
        if (!(page.get("items") instanceof tools.jackson.databind.node.ArrayNode items)) {
            return page;
        }
        JsonNode next = page.path("next");
        for (int pages = 1; pages < MOST_PAGES && next.isString(); pages++) {
            JsonNode more = api.get(Resource.raw(first).with("limit", 500).with("cursor", next.asString()));
            more.path("items").forEach(items::add);
            next = more.path("next");
        }
        return page;
    }

    public static <T> List<T> of(JsonNode answer, Class<T> type) {
        List<T> items = new ArrayList<>();
        for (JsonNode node : nodes(answer)) {
            items.add(Api.as(node, type));
        }
        return items;
    }

    public static JsonNode nodes(JsonNode answer) {
        return answer.has("items") ? answer.get("items") : answer;
    }
}

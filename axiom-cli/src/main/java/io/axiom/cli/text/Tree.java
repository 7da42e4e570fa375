package io.axiom.cli.text;

import java.util.ArrayList;
import java.util.List;

/** A node with lines of its own and children, drawn with box characters. */
public final class Tree {
    private final String text;
    private final List<String> below = new ArrayList<>();
    private final List<Tree> children = new ArrayList<>();

    public Tree(String text) {
        this.text = text;
    }

    /** A line under the node's text that is not a node: what explains it. */
    public Tree note(String line) {
        below.add(line);
        return this;
    }

    public Tree add(Tree child) {
        children.add(child);
        return this;
    }

    public boolean isLeaf() {
        return children.isEmpty();
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        draw(lines, "", "");
        return lines;
    }

    private void draw(List<String> lines, String branch, String indent) {
        lines.add((branch + text).stripTrailing());
        String stem = indent + (children.isEmpty() ? "   " : "│  ");
        below.forEach(line -> lines.add((stem + line).stripTrailing()));
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            children.get(i).draw(lines, indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
        }
    }
}

"""Programs of Java, analysed: names, overloads, classes inside methods, what implements what."""

from collections.abc import Mapping
from textwrap import dedent

import pytest

from xcodereviewer.engines.dataflow.analysis import Analysis
from xcodereviewer.engines.dataflow.ir import unpack
from xcodereviewer.engines.dataflow.languages.java import lower_java
from xcodereviewer.engines.dataflow.languages.java_properties import lower_properties
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.values import SourceLabel
from xcodereviewer.library_models.loader import load_models

_LOWER = {"java": lower_java, "properties": lower_properties}
_MODELS = load_models("java")
_HEAD = "import javax.servlet.http.*;\nclass Page extends HttpServlet {\n"
_HANDLER = "  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n"


def analyse(files: Mapping[str, str]) -> Analysis:
    """Analyse a program of Java files and files of settings by path."""
    units = [
        Unit(number=number, path=path, module=_LOWER[path.rpartition(".")[2]](dedent(text)))
        for number, (path, text) in enumerate(sorted(files.items()))
    ]
    analysis = Analysis(units, {"java": _MODELS})
    analysis.run()
    return analysis


def flows_of(files: Mapping[str, str]) -> list[str]:
    """Return each meeting of a request and a sink as `file:line kind`."""
    analysis = analyse(files)
    return sorted(
        f"{analysis.units[hit.unit].path.rpartition('/')[2]}:{unpack(hit.at).start_line} {hit.kind}"
        for hit in analysis.hits.values()
        if isinstance(hit.label, SourceLabel) and hit.label.kind == "request"
    )


def reaches(body: str, members: str = "") -> bool:
    """Whether `q` of a request reaches a process in a servlet's method with this body."""
    text = f"{_HEAD}{_HANDLER}    String q = request.getParameter(`q`);\n{body}\n  }}\n{members}\n}}\n".replace(
        "`", '"'
    )
    return any(flow.endswith("command") for flow in flows_of({"Page.java": text}))


REACHED = {
    "a local variable": "Runtime.getRuntime().exec(`a` + q);",
    "a list": "java.util.List<String> all = new java.util.ArrayList<>(); all.add(`x`); all.add(q); all.remove(0);"
    " Runtime.getRuntime().exec(all.get(0));",
    "a map": "java.util.Map<String, String> all = new java.util.HashMap<>(); all.put(`k`, q);"
    " Runtime.getRuntime().exec(all.get(`k`));",
    "a branch that is taken": "int n = 106; String c = (7 * 42) - n > 100 ? q : `x`; Runtime.getRuntime().exec(c);",
    "integer division": "int n = 7; String c = n / 2 == 3 ? q : `x`; Runtime.getRuntime().exec(c);",
    "a switch on a character": "char c = `ABC`.charAt(1); String s = `x`; switch (c) { case 'B': s = q; break; }"
    " Runtime.getRuntime().exec(s);",
    "a switch as a value": "String s = switch (`b`) { case `a` -> `x`; case `b` -> q; default -> `y`; };"
    " Runtime.getRuntime().exec(s);",
    "a lambda": "Runnable r = () -> Runtime.getRuntime().exec(q); r.run();",
    "a class without a name": "new Runnable() { public void run() { Runtime.getRuntime().exec(q); } }.run();",
    "a loop over cookies": "for (Cookie c : request.getCookies()) Runtime.getRuntime().exec(c.getValue());",
    "a pattern": "Object o = q; if (o instanceof String s) Runtime.getRuntime().exec(s);",
}
SAFE = {
    "an item that was removed": "java.util.List<String> all = new java.util.ArrayList<>(); all.add(q); all.add(`x`);"
    " all.remove(0); Runtime.getRuntime().exec(all.get(0));",
    "another key": "java.util.Map<String, String> all = new java.util.HashMap<>(); all.put(`k`, q); all.put(`l`, `x`);"
    " Runtime.getRuntime().exec(all.get(`l`));",
    "a branch that is not taken": "int n = 106; String c = (7 * 42) - n > 200 ? q : `x`; Runtime.getRuntime().exec(c);",
    "a number": "int n = Integer.parseInt(q); Runtime.getRuntime().exec(`show ` + n);",
    "one text": "if (q.equals(`ls`)) Runtime.getRuntime().exec(q);",
    "one of some texts": "if (java.util.List.of(`ls`, `ps`).contains(q)) Runtime.getRuntime().exec(q);",
    "a pattern of letters": "if (!q.matches(`[a-z]+`)) return; Runtime.getRuntime().exec(q);",
}


@pytest.mark.parametrize("body", REACHED.values(), ids=REACHED)
def test_flow_is_found(body: str) -> None:
    assert reaches(body)


@pytest.mark.parametrize("body", SAFE.values(), ids=SAFE)
def test_look_alike_is_not(body: str) -> None:
    assert not reaches(body)


def test_overload_is_chosen_by_the_number_of_arguments() -> None:
    members = "void run(String a) {} void run(String a, int n) throws Exception { Runtime.getRuntime().exec(a); }"
    assert reaches("run(q, 1);", members)
    assert not reaches("run(q);", members)


@pytest.mark.parametrize(
    ("call", "is_reached"),
    [("run(new Note(q));", False), ('run("a" + q);', True), ("run(q);", True), ("run(new Task(q));", True)],
)
def test_overload_of_one_arity_is_chosen_by_what_the_arguments_are(call: str, is_reached: bool) -> None:
    members = """
        static class Note { String text; Note(String text) { this.text = text; } }
        static class Task { String text; Task(String text) { this.text = text; } }
        void run(Note note) {}
        void run(Task task) throws Exception { Runtime.getRuntime().exec(task.text); }
        void run(String text) throws Exception { Runtime.getRuntime().exec(text); }
        void run(java.io.File file) {}
    """
    assert reaches(call, members) is is_reached


def test_inner_class_and_its_outer_object_are_one_program() -> None:
    members = "String kept; class Inner { void go() throws Exception { Runtime.getRuntime().exec(kept); } }"
    inner = "private class Doer { String give(String p) { return p; } }"
    assert reaches("Runtime.getRuntime().exec(new Doer().give(q));", inner)
    assert not reaches("new Inner().go();", members)


CONTROLLER = """
    package shop.web;
    import org.springframework.web.bind.annotation.*;
    import shop.orders.*;
    @RestController
    class OrderController {
        private final OrderService orders;
        OrderController(OrderService orders) { this.orders = orders; }
        @GetMapping("/orders")
        Object find(@RequestParam String name) { return orders.find(name); }
    }
"""
SERVICE = "package shop.orders;\npublic interface OrderService { Object find(String name); }\n"
IMPLEMENTED = """
    package shop.orders;
    import org.springframework.beans.factory.annotation.Autowired;
    class StoredOrders implements OrderService {
        @Autowired private OrderStore store;
        public Object find(String name) { return store.byName(name); }
    }
"""
STORE = """
    package shop.orders;
    import org.springframework.jdbc.core.JdbcTemplate;
    class OrderStore {
        private final StoredOrders around;
        private final JdbcTemplate jdbc;
        OrderStore(StoredOrders around, JdbcTemplate jdbc) { this.around = around; this.jdbc = jdbc; }
        Object byName(String name) { return jdbc.queryForList("select * from orders where name = '" + name + "'"); }
    }
"""


def test_services_are_found_behind_their_interfaces() -> None:
    root = "shop/src/main/java/shop"
    files = {
        f"{root}/web/OrderController.java": CONTROLLER,
        f"{root}/orders/OrderService.java": SERVICE,
        f"{root}/orders/StoredOrders.java": IMPLEMENTED,
        f"{root}/orders/OrderStore.java": STORE,
    }
    assert flows_of(files) == ["OrderStore.java:8 sql"]


SETTINGS = """
    import java.util.Properties;
    class Digests {
        Object make() throws Exception {
            Properties settings = new Properties();
            settings.load(this.getClass().getResourceAsStream("/app.properties"));
            return java.security.MessageDigest.getInstance(settings.getProperty("digest", "SHA-512"));
        }
    }
"""


@pytest.mark.parametrize(("files", "known"), [({"res/app.properties": "digest=MD5"}, {"MD5"}), ({}, None)])
def test_settings_are_read_from_the_files_of_the_program(files: Mapping[str, str], known: set[str] | None) -> None:
    analysis = analyse({"src/Digests.java": SETTINGS, **files})
    assert [set(use.constants) for use in analysis.properties.values()] == ([known] if known else [])

"""Java's classes, methods and what their names mean."""

from tests.engines.dataflow.languages.shown import show

from xcodereviewer.engines.dataflow.languages.java import lower_java


def lowered(source: str) -> str:
    return show(lower_java(source)).removeprefix("import 'java.lang' * as *\n")


def test_fields_are_read_from_their_object_and_static_ones_from_their_class() -> None:
    source = """
class A {
    private final Dao dao;
    static final String LIMIT = "10";
    int size = 3;
    A(Dao dao) { this.dao = dao; }
    String find(String id) { return dao.find(id + LIMIT + size + this.size); }
    static String least() { return LIMIT; }
}
"""
    expected = """
class A():
    function find(this, id: String):
        return this.dao.find((((id + A.LIMIT) + this.size) + this.size))
    @builtins.staticmethod function least():
        return A.LIMIT
    function __init__(this, dao: Dao):
        this.dao: Dao
        this.size: int = 3
        this.dao = dao
A.LIMIT: String = '10'
"""
    assert lowered(source) == expected.strip()


def test_a_local_variable_hides_a_field_in_its_block_only() -> None:
    source = """
class A {
    String x;
    void m(boolean b) {
        if (b) { String x = "local"; use(x); }
        use(x);
    }
}
"""
    expected = """
class A():
    function m(this, b: boolean):
        if b:
            x: String = 'local'
            this.use(x)
        this.use(this.x)
    function __init__(this):
        this.x: String
"""
    assert lowered(source) == expected.strip()


def test_a_field_that_is_assigned_elsewhere_has_any_value() -> None:
    source = 'class A { String kind = "a"; String fixed = "b"; void set(String k) { kind = k; } }'
    expected = """
class A():
    function set(this, k: String):
        this.kind = k
    function __init__(this):
        this.kind: String = ?()
        this.fixed: String = 'b'
"""
    assert lowered(source) == expected.strip()


def test_overloads_and_constructors_are_functions_of_one_name() -> None:
    source = """
class A extends B {
    A() { this("x"); }
    A(String s) { super(s); keep(s); }
    abstract void keep(String s);
    void keep(String s, Object... more) {}
}
"""
    expected = """
class A(B):
    @builtins.abstractmethod function keep(this, s: String):
    function keep(this, s: String, *more: Object):
    function __init__(this):
        this.__init__('x')
    function __init__(this, s: String):
        super().__init__(s)
        this.keep(s)
"""
    assert lowered(source) == expected.strip()


def test_a_constructor_begins_with_that_of_the_extended_class_and_the_first_values() -> None:
    source = "class A extends B { List<String> all = new ArrayList<>(); { fill(all); } A(int n) { all.add(n); } }"
    expected = """
class A(B):
    function __init__(this, n: int):
        super().__init__()
        this.all: List = new ArrayList()
        this.fill(this.all)
        this.all.add(n)
"""
    assert lowered(source) == expected.strip()


def test_names_that_nothing_declares_are_classes_packages_or_inherited() -> None:
    source = """
import static a.Texts.greet;
class A extends B {
    void m() {
        greet(name);
        hello(URL.of(HOST), Files.x, java.util.List.of(1), com.sun
            .jndi.ldap.Pool.MAX);
    }
}
"""
    expected = """
import 'a.Texts' greet as greet
import 'java.lang' * as *
class A(B):
    function m(this):
        greet(this.name)
        this.hello(URL.of(this.HOST), Files.x, java.util.List.of(1), com.sun.jndi.ldap.Pool.MAX)
"""
    assert lowered(source) == expected.strip()


def test_an_inner_class_knows_the_object_around_it() -> None:
    source = """
class A {
    String x;
    class Inner { String read() { return x + A.this.x; } }
    static class Nested { String y; }
    Inner make() { return new Inner(); }
}
"""
    expected = """
class A$Inner():
    function read(this):
        return (this.this$0.x + this.this$0.x)
    function __init__(this):
        this.this$0: A
class A$Nested():
    function __init__(this):
        this.y: String
class A():
    function make(this):
        return new A$Inner()
    function __init__(this):
        this.x: String
A.Inner = A$Inner
A.Nested = A$Nested
"""
    assert lowered(source) == expected.strip()


def test_a_class_inside_a_method_sees_its_variables_and_its_object() -> None:
    source = """
class A {
    String x;
    void m(String y) {
        run(new Task(y) { String z = y; public void go() { use(x, y, z); } });
        class Local { String w = x; }
    }
    void use(String... all) {}
}
"""
    expected = """
class A():
    function m(this, y: String):
        A.this = this
        class A$1(Task):
            function go(this):
                A.this.use(A.this.x, y, this.z)
            function __init__(this, *arguments):
                super().__init__(*arguments)
                this.z: String = y
        this.run(new A$1(y))
        A.this = this
        class Local():
            function __init__(this):
                this.w: String = A.this.x
    function use(this, *all: String):
    function __init__(this):
        this.x: String
"""
    assert lowered(source) == expected.strip()


def test_enumerations_have_constants_and_records_have_components() -> None:
    source = """
enum Level { LOW("l"), HIGH("h") { String text() { return "!"; } }; final String s; Level(String s) { this.s = s; } }
record Point(@Min(0) int x, String y) { Point { check(x); } String y() { return y; } }
"""
    expected = """
class Level():
    @builtins.staticmethod function values():
        return [Level.LOW, Level.HIGH]
    @builtins.staticmethod function valueOf(name):
        return [Level.LOW, Level.HIGH][?()]
    function __init__(this, s: String):
        this.s: String
        this.s = s
class Point():
    function y(this):
        return this.y
    function __init__(this, @Min(0) x: int, y: String):
        this.check(x)
        this.x = x
        this.y = y
    function x(this):
        return this.x
Level.LOW = new Level('l')
class Level$1(Level):
    function text(this):
        return '!'
Level.HIGH = new Level$1('h')
"""
    assert lowered(source) == expected.strip()


def test_lombok_makes_getters_and_setters() -> None:
    source = "@Data class A { static int n; String name; boolean on; String getName() { return name.trim(); } }"
    expected = """
@Data class A():
    function getName(this):
        return this.name.trim()
    function setName(this, name: String):
        this.name = name
    function isOn(this):
        return this.on
    function setOn(this, on: boolean):
        this.on = on
    function __init__(this):
        this.name: String
        this.on: boolean
A.n: int
"""
    assert lowered(source) == expected.strip()


def test_annotations_are_decorators_of_classes_methods_and_parameters() -> None:
    source = """
@RestController
@RequestMapping(path = {"/a", "/b"})
class A {
    @GetMapping("/{id}")
    public ResponseEntity<String> get(@PathVariable("id") final String id, @Valid @RequestBody Order order) {}
}
"""
    expected = """
@RestController @RequestMapping(path=['/a', '/b']) class A():
    @GetMapping('/{id}') function get(this, @PathVariable('id') id: String, @Valid @RequestBody order: Order):
"""
    assert lowered(source) == expected.strip()


def test_static_initialisers_run_when_the_class_is_there() -> None:
    source = "class A { static Map<String, A> all = new HashMap<>(); static { String k = key(); all.put(k, null); } }"
    expected = """
class A():
A.all: Map = new HashMap()
<function <static>(): k: String = A.key(); A.all.put(k, None)>()
"""
    assert lowered(source) == expected.strip()


def test_type_parameters_are_no_types() -> None:
    source = "class A<T> { T x; <R extends T> R map(T one, List<R> many, T[] all) { T y = one; return null; } }"
    expected = """
class A():
    function map(this, one, many: List, all: builtins.list[java.lang.Object]):
        y = one
        return None
"""
    assert lowered(source) == expected.strip()

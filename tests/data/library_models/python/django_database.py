from django.db import connection, models
from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe


class Item(models.Model):
    name = models.CharField(max_length=80)


def rows(request: HttpRequest) -> HttpResponse:
    name = request.GET["name"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM item WHERE name = '%s'" % name)  # finds: request > sql
        cursor.execute("SELECT * FROM item WHERE name = %s", [name])  # ok
    Item.objects.raw("SELECT * FROM item WHERE name = '" + name + "'")  # finds: request > sql
    Item.objects.raw("SELECT * FROM item WHERE name = %s", [name])  # ok
    Item.objects.filter(name=name)  # ok
    Item.objects.filter(name__startswith=name).extra(where=["name = '" + name + "'"])  # finds: request > sql
    Item.objects.extra(where=["name = %s"], params=[name])  # ok
    Item.objects.annotate(score=RawSQL(f"score - {name}", ()))  # finds: request > sql
    Item.objects.annotate(score=RawSQL("score - %s", (name,)))  # ok
    Item.objects.create(name=name)  # finds: request > store
    Item.objects.create(**request.POST.dict())  # finds: request > store, request > mass-assignment
    Item.objects.filter(kind="book").update(**request.POST.dict())  # finds: request > store, request > mass-assignment
    return render(request, "rows.html")


def stored(request: HttpRequest) -> HttpResponse:
    item = get_object_or_404(Item, pk=request.GET["id"])
    title = mark_safe(item.name)  # finds: database > html
    names = [mark_safe(row.name) for row in Item.objects.filter(kind="book")]  # finds: database > html
    link = mark_safe(f"<a href='{item.get_absolute_url()}'>more</a>")  # ok
    shown = mark_safe(f"{Item.objects.count()} books")  # ok
    return render(request, "item.html", {"title": title, "names": names, "shown": shown, "link": link})

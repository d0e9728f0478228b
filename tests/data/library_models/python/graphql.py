import os

import graphene
import strawberry
from ariadne import MutationType, QueryType

query = QueryType()
mutation = MutationType()


class Run(graphene.Mutation):
    class Arguments:
        command = graphene.String()

    def mutate(self, info, command):
        os.system(command)  # finds: request > command
        os.system(info.field_name)  # ok


@strawberry.type
class Query:
    @strawberry.field
    def page(self, name: str) -> str:
        return open("pages/" + name).read()  # finds: request > path

    def helper(self, name: str) -> str:
        return open("pages/" + name).read()  # ok


@query.field("page")
def resolve_page(parent, info, name):
    os.listdir(parent.folder)  # ok
    return open("pages/" + name).read()  # finds: request > path


@mutation.field("remove")
def resolve_remove(parent, info, **arguments):
    os.remove(arguments["name"])  # finds: request > path-write


class Pages(graphene.ObjectType):
    def resolve_page(self, info, name):
        return open("pages/" + name).read()  # missing: request > path

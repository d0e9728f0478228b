"""The named places of each language: what `@name` in a rule's path stands for. docs/rules.md describes them."""

from collections.abc import Mapping
from types import MappingProxyType

from xcodereviewer.domain.language import Language

__all__ = ["NAMED_PLACES"]

_POD_HOLDERS = (
    "$[kind=Pod].spec",
    "$[kind=Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|Rollout|Service].spec.template.spec",
    "$[kind=CronJob].spec.jobTemplate.spec.template.spec",
    "$[kind=PodTemplate].template.spec",
)
_CONTAINER_LISTS = ("containers[*]", "initContainers[*]", "ephemeralContainers[*]")

NAMED_PLACES: Mapping[Language, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Language.GITHUB_ACTIONS: {
            "jobs": ("$.jobs.*",),
            "steps": ("$.jobs.*.steps[*]", "$.runs.steps[*]"),
            "events": ("$.on", "$.on[*]", "$.on.~"),
        },
        Language.COMPOSE: {"services": ("$.services.*",)},
        Language.KUBERNETES: {
            "pods": _POD_HOLDERS,
            "containers": tuple(f"{holder}.{listed}" for holder in _POD_HOLDERS for listed in _CONTAINER_LISTS),
        },
        Language.DOCKERFILE: {
            "runs": ("$.stages[*].run[*]",),
            "commands": ("$.stages[*].run[*].commands[*]",),
        },
    }
)

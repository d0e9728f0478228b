STACK = "pul-" + "7e19496cf398e075a5671b56e1221aba468a5552"  # finds: generic.security.pulumi-token
infra.token = "pul-" + "0d3d3267df969cdf86f7a0d9d7ebbf3780b4f819"  # finds: generic.security.pulumi-token

STACK = "pul-0000000000000000000000000000000000000000"  # ok: generic.security.pulumi-token
STACK = "pul-your-token"  # ok: generic.security.pulumi-token

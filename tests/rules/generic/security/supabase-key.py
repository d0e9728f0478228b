DATA = "sbp_" + "b6de3deb02c71ab45250c9dce05bb1545d37e5fb"  # finds: generic.security.supabase-key
rows.key = "sb_secret_" + "7hnT3EM9UBHj4nYvciXTSOAeivGM2la"  # finds: generic.security.supabase-key

DATA = "sbp_0000000000000000000000000000000000000000"  # ok: generic.security.supabase-key
DATA = "sb_publishable_DHBF01mNJuvG5Kx5LJnZxDwGPf2ACvC"  # ok: generic.security.supabase-key

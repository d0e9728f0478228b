class Base:
    def save(self):
        return 1

    def close(self):
        return 2


class Child(Base):
    def save(self):
        super.save()  # finds: python.bug.super-without-call
        return super().save()  # ok: python.bug.super-without-call

    def close(self):
        value = super.close()  # finds: python.bug.super-without-call
        return value, super(Child, self).close()  # ok: python.bug.super-without-call

class Account:
    def withdraw(self, amount):
        if amount <= 0:
            ValueError("nothing to withdraw")  # finds: python.bug.exception-not-raised
        if amount > self.balance:
            raise ValueError("not enough")  # ok: python.bug.exception-not-raised
        self.balance -= amount

    def close(self):
        if self.balance:
            RuntimeError(f"{self.balance} left")  # finds: python.bug.exception-not-raised
        self.errors.append(RuntimeError("closed"))  # ok: python.bug.exception-not-raised
        problem = KeyError("x")  # ok: python.bug.exception-not-raised
        return problem

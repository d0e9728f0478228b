from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Column, Integer, Select, create_engine, insert, select, text
from sqlalchemy.orm import Session, sessionmaker

app = Flask(__name__)
db = SQLAlchemy(app)
engine = create_engine("sqlite://")
SessionLocal = sessionmaker(engine)


class Item(db.Model):
    id = Column(Integer, primary_key=True)


@app.route("/")
def index():
    name = request.args["name"]
    db.session.execute(text("SELECT * FROM item WHERE name = '" + name + "'"))  # finds: request > sql
    db.session.execute(text("SELECT * FROM item WHERE name = :name"), {"name": name})  # ok
    db.engine.execute("SELECT * FROM item WHERE name = '%s'" % name)  # finds: request > sql
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT " + name)  # finds: request > sql
        connection.execute(select(Item).where(Item.name == name))  # ok
    with Session(engine) as session:
        session.query(Item).filter(text("name = '%s'" % name)).all()  # finds: request > sql
        session.query(Item).filter(Item.name == name).order_by(Item.name).all()  # ok
        session.query(Item).prefix_with(name).all()  # finds: request > sql
        session.execute("SELECT {}".format(name))  # finds: request > sql
        session.add(Item(name=name))  # finds: request > store
    with SessionLocal() as session:
        session.execute("DROP TABLE " + name)  # finds: request > sql
    return Item.query.filter_by(name=name).first().name  # finds: database > html


def elsewhere(session: Session):
    session.scalars(text(request.args["query"]))  # finds: request > sql
    return session.query(Item).count()  # ok


def page(session: Session, asked: Select):
    limit = request.args["limit"]
    built = select(Item).where(Item.name == limit).order_by(Item.id.desc()).limit(limit)
    session.scalars(built)  # ok
    session.scalars(asked.where(Item.name == limit))  # ok
    session.execute(insert(Item).values(name=limit).returning(Item.id))  # ok
    session.execute(select(Item).prefix_with(limit))  # finds: request > sql


def narrowed(asked, name):
    return asked.where(Item.name == name).order_by(Item.id).limit(name)


def by_name(session: Session):
    session.scalars(narrowed(select(Item), request.args["name"]))  # ok
    session.scalars(narrowed(text(request.args["name"]), "one"))  # finds: request > sql

const part = location.hash;
$(part); // finds: page > html
$("#panel").html(part); // finds: page > html
$("#panel").find("li").append("<b>" + part + "</b>"); // finds: page > html
$("#panel").text(part); // ok
$("#panel").html("<b>fixed</b>"); // ok
jQuery.globalEval(part); // finds: page > code
$.get("/api?part=" + part, (answer) => { // spurious: page > url
  $("#panel").html(answer); // finds: network > html
});
$("#panel").html(encodeURIComponent(part)); // ok
$("#item-" + part); // ok

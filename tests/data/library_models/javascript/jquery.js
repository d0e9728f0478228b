const part = location.hash;
$(part); // finds: request > html
$("#panel").html(part); // finds: request > html
$("#panel").find("li").append("<b>" + part + "</b>"); // finds: request > html
$("#panel").text(part); // ok
$("#panel").html("<b>fixed</b>"); // ok
jQuery.globalEval(part); // finds: request > code
$.get("/api?part=" + part, (answer) => { // spurious: request > url
  $("#panel").html(answer); // finds: network > html
});
$("#panel").html(encodeURIComponent(part)); // ok
